package org.roster.scim.engine.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ComparisonKey;

/**
 * The elements that a remove lists, found by what they say: each means a stored element by value and type where it has them,
 * else by all that it says. Any number of them costs a stored element no more than there are ways to say it.
 */
final class ListedElements {

    private static final Set<String> THEMSELVES = Set.of();

    private final Attribute attribute;
    private final Map<Set<String>, Set<Object>> listed = new HashMap<>();

    ListedElements(Attribute attribute, JsonArray elements) {
        this.attribute = attribute;
        for (JsonValue element : elements) {
            Set<String> names = names(element);
            listed.computeIfAbsent(names, any -> new HashSet<>()).add(said(element, names));
        }
    }

    /** Whether one of them means this stored element. */
    boolean mean(JsonValue stored) {
        return listed.entrySet().stream().anyMatch(e -> e.getValue().contains(said(stored, e.getKey())));
    }

    /** The sub-attributes that count. */
    private Set<String> names(JsonValue element) {
        if (!attribute.complex() || !(element instanceof JsonObject object)) {
            return THEMSELVES;
        }
        if (!object.containsKey("value")) {
            return new TreeSet<>(object.keySet());
        }
        return object.containsKey("type") ? new TreeSet<>(Set.of("type", "value")) : Set.of("value");
    }

    private Object said(JsonValue element, Set<String> names) {
        if (names.isEmpty()) {
            return attribute.complex() ? element : ComparisonKey.of(attribute, element);
        }
        return element instanceof JsonObject object
                ? names.stream().map(name -> said(object, name)).toList()
                : List.of();
    }

    /** As it compares; where it does not, as it is. */
    private Optional<?> said(JsonObject element, String name) {
        Optional<String> key = Elements.part(attribute, name, element);
        return key.isPresent() ? key : Optional.ofNullable(element.get(name));
    }
}
