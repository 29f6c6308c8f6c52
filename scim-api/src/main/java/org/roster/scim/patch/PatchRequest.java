package org.roster.scim.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.message.Message;

/**
 * A PATCH request as the client sent it. Immutable.
 *
 * @param operations in the order in which they are to be done; at least one
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2">RFC 7644 §3.5.2</a>
 */
public record PatchRequest(List<PatchOperation> operations) {

    /** The schema of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    /** Most operations in one request. One operation can add or remove any number of elements. */
    public static final int MOST_OPERATIONS = 1_000;

    /**
     * Copies the list.
     *
     * @param operations see above
     * @throws ScimException 413 if there are more than {@link #MOST_OPERATIONS}
     */
    public PatchRequest {
        requireFew(operations.size(), MOST_OPERATIONS);
        operations = List.copyOf(operations);
    }

    /**
     * Reads a PatchOp message. Member names and verbs are accepted in any case (RFC 7643 §2.1; Entra sends
     * {@code "op": "Add"}).
     *
     * @param body the message
     * @param limits how much filter is accepted in a path
     * @return the request, not bound to a schema
     * @throws ScimException 400 {@code invalidSyntax}, {@code invalidPath} or {@code invalidFilter}; 413 for too many operations
     */
    public static PatchRequest parse(JsonObject body, FilterLimits limits) {
        boolean announced = member(body, "schemas")
                .filter(v -> v instanceof JsonArray a
                        && a.stream()
                                .anyMatch(s -> s instanceof JsonString t && SCHEMA.equalsIgnoreCase(t.getString())))
                .isPresent();
        if (!announced) {
            throw ScimException.invalidSyntax("a PATCH body must have \"schemas\": [\"" + SCHEMA + "\"]");
        }
        JsonValue operations = member(body, "Operations")
                .orElseThrow(() -> ScimException.invalidSyntax("a PATCH body must have \"Operations\""));
        if (!(operations instanceof JsonArray array) || array.isEmpty()) {
            throw ScimException.invalidSyntax("\"Operations\" must be an array of at least one operation");
        }
        requireFew(array.size(), MOST_OPERATIONS);
        List<PatchOperation> parsed = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            parsed.add(operation(array.get(i), "Operations[" + i + "]", limits));
        }
        return new PatchRequest(parsed);
    }

    /**
     * Refuses a request that is longer than one tenant or service wants it.
     *
     * @param most operations; no more than {@link #MOST_OPERATIONS} are accepted in any case
     * @throws ScimException 413
     */
    public void requireAtMost(int most) {
        requireFew(operations.size(), most);
    }

    private static void requireFew(int operations, int most) {
        if (operations > most) {
            throw ScimException.of(
                    413,
                    "the number of operations, " + operations + ", exceeds " + most
                            + ", the most that a PATCH may have; send several requests, or one operation with several values");
        }
    }

    private static PatchOperation operation(JsonValue json, String where, FilterLimits limits) {
        if (!(json instanceof JsonObject object)) {
            throw ScimException.invalidSyntax(where + " must be an object with op, path and value");
        }
        PatchOperation operation = PatchOperation.of(verb(object, where));
        Optional<JsonValue> path = member(object, "path").filter(p -> !JsonValue.NULL.equals(p));
        if (path.isPresent()) {
            if (!(path.get() instanceof JsonString text)) {
                throw ScimException.invalidPath(where + ".path must be text");
            }
            operation = operation.at(PatchPath.parse(text.getString(), limits));
        }
        return member(object, "value").map(operation::with).orElse(operation);
    }

    private static PatchOperation.Op verb(JsonObject object, String where) {
        return member(object, "op")
                .filter(JsonString.class::isInstance)
                .map(op -> ((JsonString) op).getString().toUpperCase(Locale.ROOT))
                .flatMap(op -> Arrays.stream(PatchOperation.Op.values())
                        .filter(known -> known.name().equals(op))
                        .findFirst())
                .orElseThrow(() -> ScimException.invalidSyntax(where + ".op must be \"add\", \"remove\" or \"replace\""
                        + member(object, "op")
                                .map(op -> ", found " + shortened(op))
                                .orElse("")));
    }

    private static String shortened(JsonValue value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }

    private static Optional<JsonValue> member(JsonObject object, String name) {
        return new Message(object).member(name);
    }
}
