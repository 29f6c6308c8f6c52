package org.roster.scim.message;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.error.ScimException;

/**
 * A message, or an object inside one, whose members are found by their names in any case (RFC 7643 §2.1). Immutable.
 *
 * @param json as sent
 */
public record Message(JsonObject json) {

    /**
     * Finds a member.
     *
     * @param name in any case
     * @return its value, which may be JSON null; empty if there is no such member
     * @throws ScimException 400 {@code invalidSyntax} if two names differ from it in nothing but case: nobody knows which of
     *     them is meant
     */
    public Optional<JsonValue> member(String name) {
        List<Map.Entry<String, JsonValue>> found = json.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .toList();
        if (found.size() > 1) {
            throw ScimException.invalidSyntax("\"" + found.get(1).getKey() + "\" appears twice, in different case");
        }
        return found.stream().map(Map.Entry::getValue).findFirst();
    }
}
