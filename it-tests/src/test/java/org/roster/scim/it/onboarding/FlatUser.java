package org.roster.scim.it.onboarding;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.it.sample.Urns;

/**
 * A User as Entra maps it: one text per path, {@code emails[type eq "work"].value}, {@code name.familyName},
 * {@code urn:...:User:department}. A list holds one element per type. The manager is its id.
 */
final class FlatUser {
    static final String DEPARTMENT = Urns.ENTERPRISE + ":department";
    static final String MANAGER = Urns.ENTERPRISE + ":manager";
    static final String WORK_EMAIL = "emails[type eq \"work\"].value";
    static final String WORK_EMAIL_PRIMARY = "emails[type eq \"work\"].primary";

    private static final Pattern TYPED = Pattern.compile("(\\w+)\\[type eq \"(\\w+)\"]\\.(\\w+)");
    private static final Set<String> BOOLEANS = Set.of("active", "primary");

    /** What the server adds by itself, and what is compared apart from this. */
    private static final Set<String> NOT_MAPPED = Set.of("id", "schemas", "meta", "groups");

    private FlatUser() {}

    /** The paths of a resource as the server answers it; a primary that is false says nothing. */
    static Map<String, String> of(JsonObject user) {
        Map<String, String> flat = new TreeMap<>();
        user.forEach((name, value) -> {
            if (name.equals(Urns.ENTERPRISE)) {
                value.asJsonObject().forEach((attribute, inner) -> flatten(flat, name + ":" + attribute, inner));
            } else if (!NOT_MAPPED.contains(name)) {
                flatten(flat, name, value);
            }
        });
        return flat;
    }

    /** The body of a POST with these paths. */
    static JsonObject body(Map<String, String> flat) {
        Map<String, JsonObjectBuilder> complex = new LinkedHashMap<>();
        Map<String, Map<String, JsonObjectBuilder>> lists = new LinkedHashMap<>();
        JsonObjectBuilder user = Json.createObjectBuilder();
        flat.forEach((path, text) -> {
            Matcher typed = TYPED.matcher(path);
            if (typed.matches()) {
                lists.computeIfAbsent(typed.group(1), name -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                typed.group(2),
                                type -> Json.createObjectBuilder().add("type", type))
                        .add(typed.group(3), json(typed.group(3), text));
            } else if (path.startsWith(Urns.ENTERPRISE)) {
                complex.computeIfAbsent(Urns.ENTERPRISE, name -> Json.createObjectBuilder())
                        .add(path.substring(Urns.ENTERPRISE.length() + 1), text);
            } else if (path.startsWith("name.")) {
                complex.computeIfAbsent("name", name -> Json.createObjectBuilder())
                        .add(path.substring(5), text);
            } else {
                user.add(path, json(path, text));
            }
        });
        JsonArrayBuilder schemas = Json.createArrayBuilder().add(Urns.USER);
        if (complex.containsKey(Urns.ENTERPRISE)) {
            schemas.add(Urns.ENTERPRISE);
        }
        user.add("schemas", schemas);
        complex.forEach(user::add);
        lists.forEach((name, elements) -> {
            JsonArrayBuilder array = Json.createArrayBuilder();
            elements.values().forEach(array::add);
            user.add(name, array);
        });
        return user.build();
    }

    /** The JSON of a text at this path: a boolean where the attribute is one. */
    static JsonValue json(String path, String text) {
        String attribute = path.substring(path.lastIndexOf('.') + 1);
        if (BOOLEANS.contains(attribute)) {
            return text.equals("true") ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return Json.createValue(text);
    }

    private static void flatten(Map<String, String> flat, String path, JsonValue value) {
        BiConsumer<String, JsonValue> put = (place, inner) ->
                flat.put(place, inner instanceof JsonString string ? string.getString() : inner.toString());
        if (path.equals(MANAGER)) {
            put.accept(path, value.asJsonObject().getOrDefault("value", JsonValue.NULL));
        } else if (value instanceof JsonObject object) {
            object.forEach((name, inner) -> put.accept(path + "." + name, inner));
        } else if (value instanceof JsonArray array) {
            array.getValuesAs(JsonObject.class).forEach(element -> {
                String place = path + "[type eq \"" + element.getString("type", "") + "\"]";
                element.forEach((name, inner) -> {
                    boolean saysNothing =
                            name.equals("type") || (name.equals("primary") && inner.equals(JsonValue.FALSE));
                    if (!saysNothing) {
                        put.accept(place + "." + name, inner);
                    }
                });
            });
        } else {
            put.accept(path, value);
        }
    }
}
