package org.roster.scim.engine.patch;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;

/**
 * Where the elements of a multi-valued attribute stand, by what makes two of them the same one: so many can be added to as
 * many without comparing each with each. Not thread-safe.
 */
final class ElementIndex {

    private final Attribute attribute;
    private final Map<Object, Integer> places = new HashMap<>();
    private int size;

    ElementIndex(Attribute attribute) {
        this.attribute = attribute;
    }

    /** Takes the next element. */
    void add(JsonValue element) {
        int place = size++;
        if (!attribute.complex()) {
            places.putIfAbsent(ComparisonKey.of(attribute, element), place);
            return;
        }
        places.putIfAbsent(element, place);
        if (element instanceof JsonObject object) {
            Optional<String> value = Elements.part(attribute, "value", object);
            places.putIfAbsent(List.of(value), place);
            places.putIfAbsent(List.of(value, Elements.part(attribute, "type", object)), place);
        }
    }

    /**
     * Where the first element stands that is the same one: equal, or, where both have one, of the same {@code value} and
     * {@code type} (RFC 7643 §2.4), as these compare.
     */
    Optional<Integer> find(JsonValue sent) {
        return Optional.ofNullable(places.get(identity(sent)));
    }

    private Object identity(JsonValue sent) {
        if (!attribute.complex()) {
            return ComparisonKey.of(attribute, sent);
        }
        if (!(sent instanceof JsonObject object) || !object.containsKey("value")) {
            return sent;
        }
        Optional<String> value = Elements.part(attribute, "value", object);
        return object.containsKey("type") ? List.of(value, Elements.part(attribute, "type", object)) : List.of(value);
    }
}
