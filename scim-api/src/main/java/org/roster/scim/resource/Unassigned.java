package org.roster.scim.resource;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The one place that knows what "unassigned" is: absent, null and an empty array are the same state; so is an object
 * whose members are all unassigned.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.5">RFC 7643 §2.5</a>
 */
public final class Unassigned {

    private Unassigned() {}

    /**
     * Whether a value is no value.
     *
     * @param value a member of a resource, or null for an absent one
     * @return true if the attribute counts as unassigned
     */
    public static boolean is(@Nullable JsonValue value) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            return true;
        }
        if (value instanceof JsonArray array) {
            return all(array);
        }
        return value instanceof JsonObject object && all(object.values());
    }

    private static boolean all(Iterable<JsonValue> values) {
        for (JsonValue value : values) {
            if (!is(value)) {
                return false;
            }
        }
        return true;
    }
}
