package org.roster.scim.engine.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.Format;
import org.roster.scim.schema.Mutability;

/**
 * Reads the value that a client sent for an attribute: checks its type and gives it canonical names. What a client may not
 * write is left out, and so is what no schema defines (choice A-06: unknown attributes are ignored) and what is unassigned.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.3">RFC 7643 §2.3</a>
 */
public final class ValueReader {

    private static final JsonProvider JSON = JsonProvider.provider();
    /** RFC 4648 §4, with or without padding. Possessive, so that text that is almost base64 is read once. */
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?");

    private static final Pattern NOWHERE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?//");

    private ValueReader() {}

    /**
     * Reads the value of a whole attribute.
     *
     * @param attribute its definition
     * @param value what the client sent
     * @param where for errors: the path of the attribute
     * @return empty if the value is no value (RFC 7643 §2.5)
     * @throws ScimException 400 {@code invalidValue}, naming the path, the type found and the type expected
     */
    public static Optional<JsonValue> read(Attribute attribute, JsonValue value, String where) {
        if (Unassigned.is(value)) {
            return Optional.empty();
        }
        if (!attribute.multiValued()) {
            return element(attribute, value, where);
        }
        if (!(value instanceof JsonArray array)) {
            throw wrongType(where, "an array", value);
        }
        return elements(attribute, array, where).map(JsonValue.class::cast);
    }

    /**
     * Reads elements of a multi-valued attribute; of those with the same value and type the first (RFC 7643 §2.4).
     *
     * @param attribute its definition
     * @param array what the client sent
     * @param where for errors: the path of the attribute
     * @return empty if there is no value in it
     * @throws ScimException 400 {@code invalidValue}
     */
    public static Optional<JsonArray> elements(Attribute attribute, JsonArray array, String where) {
        List<JsonValue> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            if (!Unassigned.is(array.get(i))) {
                element(attribute, array.get(i), where + "[" + i + "]").ifPresent(all::add);
            }
        }
        List<JsonValue> elements = distinct(attribute, all);
        long primaries = elements.stream().filter(ValueReader::isPrimary).count();
        if (primaries > 1) {
            throw ScimException.invalidValue(
                    where + ": " + primaries + " values have \"primary\": true; at most one may (RFC 7643 §2.4)");
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        JsonArrayBuilder read = JSON.createArrayBuilder();
        elements.forEach(read::add);
        return Optional.of(read.build());
    }

    /**
     * Leaves out what is there already.
     *
     * @param attribute the definition
     * @param elements canonical
     * @return of those with the same value and type the first, in their order
     */
    public static List<JsonValue> distinct(Attribute attribute, List<JsonValue> elements) {
        Map<Object, JsonValue> distinct = new LinkedHashMap<>();
        elements.stream()
                .filter(element -> !Unassigned.is(element))
                .forEach(element -> distinct.putIfAbsent(identity(attribute, element), element));
        return new ArrayList<>(distinct.values());
    }

    /** Equal for elements that are the same one: by value and type, as these compare. */
    private static Object identity(Attribute attribute, JsonValue element) {
        if (!(element instanceof JsonObject object)) {
            return ComparisonKey.of(attribute, element).<Object>map(key -> key).orElse(element);
        }
        return object.containsKey("value")
                ? List.of(part(attribute, object, "value"), part(attribute, object, "type"))
                : element;
    }

    private static Optional<String> part(Attribute attribute, JsonObject element, String name) {
        return attribute
                .subAttribute(name)
                .flatMap(sub -> Optional.ofNullable(element.get(name)).flatMap(value -> ComparisonKey.of(sub, value)));
    }

    /**
     * Whether an element is the primary one.
     *
     * @param element of a multi-valued attribute
     * @return true if it says so
     */
    public static boolean isPrimary(JsonValue element) {
        return element instanceof JsonObject object && JsonValue.TRUE.equals(object.get("primary"));
    }

    /**
     * Reads one value: of a singular attribute, or an element.
     *
     * @param attribute its definition
     * @param value what the client sent, assigned
     * @param where for errors: the path
     * @return empty if nothing of it may be written
     * @throws ScimException 400 {@code invalidValue}
     */
    public static Optional<JsonValue> element(Attribute attribute, JsonValue value, String where) {
        boolean right = switch (attribute.type()) {
            case STRING -> value instanceof JsonString;
            case REFERENCE -> value instanceof JsonString s && isUri(s.getString());
            case BOOLEAN ->
                value.getValueType() == JsonValue.ValueType.TRUE || value.getValueType() == JsonValue.ValueType.FALSE;
            case DECIMAL -> value instanceof JsonNumber;
            case INTEGER -> value instanceof JsonNumber n && n.bigDecimalValue().scale() == 0;
            case DATE_TIME ->
                value instanceof JsonString s && DateTimes.parse(s.getString()).isPresent();
            case BINARY ->
                value instanceof JsonString s && BASE64.matcher(s.getString()).matches();
            case COMPLEX -> value instanceof JsonObject;
        };
        if (!right) {
            throw wrongType(where, expected(attribute), value);
        }
        if (attribute.complex()) {
            return complex(attribute, value.asJsonObject(), where);
        }
        if (value instanceof JsonString text
                && attribute.format() != Format.ANY
                && text.getString().isBlank()) {
            return Optional.empty();
        }
        Optional<JsonValue> canonical = canonical(attribute, value);
        if (canonical.isEmpty() && attribute.format().binding()) {
            throw wrongType(where, attribute.format().example(), value);
        }
        return canonical.or(() -> Optional.of(value));
    }

    /**
     * A value in its canonical form: that of its format, or as the schema writes it (RFC 7643 §2.4).
     *
     * @param attribute its definition
     * @param value of its type
     * @return empty if it is not of the attribute's format
     */
    static Optional<JsonValue> canonical(Attribute attribute, JsonValue value) {
        if (!(value instanceof JsonString sent)) {
            return Optional.of(value);
        }
        Optional<String> suggested = attribute.canonicalValues().stream()
                .filter(canonical -> !attribute.caseExact() && canonical.equalsIgnoreCase(sent.getString()))
                .findFirst();
        return suggested
                .or(() -> attribute.format().canonical(sent.getString()))
                .map(text -> text.equals(sent.getString()) ? value : JSON.createValue(text));
    }

    private static boolean isUri(String text) {
        try {
            // An authority may be empty (RFC 3986 §3.2), but to Java only where something follows.
            return !new URI(NOWHERE.matcher(text).matches() ? text + "/" : text)
                    .toString()
                    .isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<JsonValue> complex(Attribute attribute, JsonObject object, String where) {
        JsonObjectBuilder read = JSON.createObjectBuilder();
        Set<String> seen = new HashSet<>();
        boolean assigned = false;
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            Optional<Attribute> sub = attribute.subAttribute(member.getKey());
            if (sub.isEmpty() || sub.get().mutability() == Mutability.READ_ONLY) {
                continue;
            }
            refuseTwice(seen, member.getKey(), where);
            Optional<JsonValue> value =
                    read(sub.get(), member.getValue(), where + "." + sub.get().name());
            if (value.isPresent()) {
                read.add(sub.get().name(), value.get());
                assigned = true;
            }
        }
        return assigned ? Optional.of(read.build()) : Optional.empty();
    }

    /**
     * Refuses a second member of the same name, whose case does not matter.
     *
     * @param seen the names so far; takes this one
     * @param name of the next member
     * @param where for errors: the path of the object
     * @throws ScimException 400 {@code invalidSyntax}
     */
    public static void refuseTwice(Set<String> seen, String name, String where) {
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw ScimException.invalidSyntax(
                    (where.isEmpty() ? "" : where + ": ") + "\"" + name + "\" appears twice, in different case");
        }
    }

    private static String expected(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> "a string";
            case REFERENCE -> "a URI as string";
            case BOOLEAN -> "true or false";
            case DECIMAL -> "a number";
            case INTEGER -> "a whole number";
            case DATE_TIME -> "a dateTime such as \"2026-11-02T08:14:03Z\"";
            case BINARY -> "base64 text";
            case COMPLEX -> "an object";
        };
    }

    private static ScimException wrongType(String where, String expected, JsonValue found) {
        String kind = switch (found.getValueType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "the string " + shortened(found.toString());
            case NUMBER -> "the number " + shortened(found.toString());
            default -> found.toString();
        };
        return ScimException.invalidValue(where + ": expected " + expected + ", found " + kind);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
