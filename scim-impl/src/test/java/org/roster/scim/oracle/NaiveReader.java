package org.roster.scim.oracle;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Format;
import org.roster.scim.schema.Mutability;

/**
 * Reads what a client sends as a value: RFC 7643 §2.3 for the types, §2.1 for the names.
 *
 * @param mistakes where to note them
 */
record NaiveReader(Set<String> mistakes) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** A value for a whole attribute; null, if it is unassigned or wrong. */
    JsonValue whole(Attribute attribute, JsonValue value) {
        if (Representation.unassigned(value)) {
            return JsonValue.NULL;
        }
        if (!attribute.multiValued()) {
            return one(attribute, value);
        }
        if (!(value instanceof JsonArray array)) {
            mistakes.add("400 invalidValue");
            return JsonValue.NULL;
        }
        return list(attribute, array);
    }

    /** The values for an attribute with several, each once (RFC 7643 §2.4). */
    JsonArray list(Attribute attribute, JsonArray array) {
        List<JsonValue> read = new ArrayList<>();
        for (JsonValue value : array) {
            JsonValue element = Representation.unassigned(value) ? JsonValue.NULL : cleaned(one(attribute, value));
            read.add(element);
        }
        JsonArray distinct = NaiveElements.distinct(attribute, read);
        if (distinct.stream().filter(NaiveReader::primary).count() > 1) {
            mistakes.add("400 invalidValue");
        }
        return distinct;
    }

    static boolean primary(JsonValue element) {
        return element instanceof JsonObject object && object.get("primary") == JsonValue.TRUE;
    }

    /** One value. Of an object, what is unassigned in it stays as null, since it may clear something. */
    JsonValue one(Attribute attribute, JsonValue value) {
        if (!NaiveValues.fits(attribute, value) || !valid(attribute, value)) {
            mistakes.add("400 invalidValue");
            return JsonValue.NULL;
        }
        if (!attribute.complex()) {
            return value instanceof JsonString text ? formed(attribute, text.getString()) : value;
        }
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> seen = new HashSet<>();
        value.asJsonObject().forEach((name, member) -> {
            Optional<Attribute> sub = attribute.subAttribute(name).filter(s -> s.mutability() != Mutability.READ_ONLY);
            if (sub.isPresent() && !seen.add(name.toLowerCase(Locale.ROOT))) {
                mistakes.add("400 invalidSyntax");
            }
            sub.ifPresent(s -> object.add(s.name(), whole(s, member)));
        });
        return object.build();
    }

    /** RFC 7643 §2.3.4: an integer has no fraction and no exponent; §2.3.7: a reference is a URI. */
    private static boolean valid(Attribute attribute, JsonValue value) {
        return switch (attribute.type()) {
            case INTEGER -> value.toString().matches("-?[0-9]+");
            case REFERENCE -> NaiveValues.text(value).matches("([A-Za-z][A-Za-z0-9+.-]*:.+|[^:/?#]*([/?#].*)?)(?<!^)");
            case BINARY -> isBase64(NaiveValues.text(value));
            default -> true;
        };
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length <= text.length();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * RFC 7643 §2.4: a canonical value in the form that the schema gives it. What form RFC 7643 §4.1 gives to time zones and
     * such is no question to this oracle; it believes {@link Format}.
     */
    private JsonValue formed(Attribute attribute, String text) {
        if (attribute.format() != Format.ANY && text.isBlank()) {
            return JsonValue.NULL;
        }
        if (attribute.format().binding() && attribute.format().canonical(text).isEmpty()) {
            mistakes.add("400 invalidValue");
        }
        return JSON.createValue(canonical(attribute, text));
    }

    static String canonical(Attribute attribute, String text) {
        return attribute.canonicalValues().stream()
                .filter(c -> !attribute.caseExact() && c.equalsIgnoreCase(text))
                .findFirst()
                .or(() -> attribute.format().canonical(text))
                .orElse(text);
    }

    /** Without what is unassigned. */
    static JsonValue cleaned(JsonValue value) {
        if (Representation.unassigned(value)) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonObject object) {
            JsonObjectBuilder rest = JSON.createObjectBuilder();
            object.forEach((name, member) -> {
                if (!Representation.unassigned(member)) {
                    rest.add(name, cleaned(member));
                }
            });
            return rest.build();
        }
        if (value instanceof JsonArray array) {
            JsonArrayBuilder rest = JSON.createArrayBuilder();
            array.stream()
                    .filter(element -> !Representation.unassigned(element))
                    .forEach(element -> rest.add(cleaned(element)));
            return rest.build();
        }
        return value;
    }
}
