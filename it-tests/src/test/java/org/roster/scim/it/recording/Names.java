package org.roster.scim.it.recording;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values that stand for <code>{{name}}</code> in a recording; immutable. */
public final class Names {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    private final Map<String, String> values;

    private Names(Map<String, String> values) {
        this.values = values;
    }

    public static Names none() {
        return new Names(Map.of());
    }

    /** These names and one more, in place of an older one. */
    public Names with(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return new Names(Map.copyOf(more));
    }

    /** The text with every placeholder filled in; an unknown name is a mistake in the recording. */
    public String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    /** The document with every placeholder filled in, in names and in values, at any depth. */
    public JsonValue fill(JsonValue value) {
        if (value instanceof JsonString string) {
            return Json.createValue(fill(string.getString()));
        }
        if (value instanceof JsonArray items) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            items.forEach(item -> array.add(fill(item)));
            return array.build();
        }
        if (value instanceof JsonObject members) {
            JsonObjectBuilder object = Json.createObjectBuilder();
            members.forEach((name, member) -> object.add(fill(name), fill(member)));
            return object.build();
        }
        return value;
    }

    private String value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("{{" + name + "}} is not bound; known: " + values.keySet()));
    }
}
