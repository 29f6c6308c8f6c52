package org.roster.scim.engine.journal;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a change changed. Immutable.
 *
 * @param attributes by name, with the URI of the extension and a colon in front if it belongs to one
 * @param masked names of attributes and sub-attributes that changed and whose values are not told
 * @param added ids that became members, if it was one
 * @param removed ids that are no longer members, if it was one
 * @param memberList where the others are: ask {@link ChangeJournal#members}
 */
public record Differences(
        Map<String, Difference> attributes,
        List<String> masked,
        List<String> added,
        List<String> removed,
        Optional<String> memberList) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * An attribute before and after.
     *
     * @param before empty if it was unassigned
     * @param after empty if it is unassigned
     */
    public record Difference(Optional<JsonValue> before, Optional<JsonValue> after) {}

    static Differences of(String text) {
        JsonObject change = JSON.createReader(new StringReader(text)).readObject();
        Map<String, Difference> attributes = new LinkedHashMap<>();
        if (change.get("attributes") instanceof JsonObject named) {
            named.forEach((name, value) -> attributes.put(name, difference(value.asJsonObject())));
        }
        return new Differences(
                Map.copyOf(attributes),
                texts(change, "masked"),
                texts(change, "added"),
                texts(change, "removed"),
                Optional.ofNullable(change.getString("list", null)));
    }

    private static Difference difference(JsonObject value) {
        return new Difference(Optional.ofNullable(value.get("old")), Optional.ofNullable(value.get("new")));
    }

    private static List<String> texts(JsonObject change, String name) {
        return change.get(name) instanceof JsonArray array
                ? array.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }
}
