package org.roster.scim.it.recording;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON pointer (RFC 6901) whose steps find an object member in any case, because attribute names and URNs have none
 * (RFC 7643 §2.1).
 */
public final class CaselessPointer {
    private final List<String> steps;

    private CaselessPointer(List<String> steps) {
        this.steps = steps;
    }

    public static CaselessPointer of(String pointer) {
        return new CaselessPointer(List.of(pointer.split("/", -1)).stream()
                .skip(1)
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** What stands at this place; empty when nothing does. JSON null is something. */
    public Optional<JsonValue> in(JsonValue document) {
        Optional<JsonValue> place = Optional.of(document);
        for (String step : steps) {
            place = place.flatMap(value -> child(value, step));
        }
        return place;
    }

    private static Optional<JsonValue> child(JsonValue value, String step) {
        if (value instanceof JsonArray items && step.matches("\\d{1,9}")) {
            int index = Integer.parseInt(step);
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
        if (value instanceof JsonObject members) {
            return members.entrySet().stream()
                    .filter(member -> member.getKey().equalsIgnoreCase(step))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        return Optional.empty();
    }
}
