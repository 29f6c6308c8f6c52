package org.roster.scim.engine.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.roster.scim.engine.bulk.BulkOperation.Call;
import org.roster.scim.engine.bulk.BulkOperation.Misfit;
import org.roster.scim.error.ScimException;
import org.roster.scim.message.Message;

/**
 * A bulk request as the client sent it. A fault of the message is refused here and nothing happens; a fault of one operation
 * stays with that operation, and the others are carried out.
 *
 * @param operations in the order of the request; at least one
 * @param errorLimit after how many errors the client wants no more to be tried
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.7">RFC 7644 §3.7</a>
 */
record BulkRequest(List<BulkOperation> operations, int errorLimit) {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    static BulkRequest read(JsonObject body, int maxOperations) {
        requireSchema(body);
        JsonArray operations = member(body, "Operations")
                .filter(v -> v instanceof JsonArray array && !array.isEmpty())
                .map(JsonValue::asJsonArray)
                .orElseThrow(
                        () -> ScimException.invalidSyntax("\"Operations\" must be an array of at least one operation"));
        if (operations.size() > maxOperations) {
            throw ScimException.of(
                    413,
                    "the number of operations, " + operations.size() + ", exceeds the maxOperations (" + maxOperations
                            + ")");
        }
        List<BulkOperation> read = IntStream.range(0, operations.size())
                .mapToObj(i -> new OperationReader(i, operations.get(i)).read())
                .toList();
        return new BulkRequest(unambiguous(read), errorLimit(body));
    }

    private static void requireSchema(JsonObject body) {
        boolean announced = member(body, "schemas")
                .filter(v -> v instanceof JsonArray array
                        && array.stream()
                                .anyMatch(s -> s instanceof JsonString t && SCHEMA.equalsIgnoreCase(t.getString())))
                .isPresent();
        if (!announced) {
            throw ScimException.invalidSyntax("a bulk request must have \"schemas\": [\"" + SCHEMA + "\"]");
        }
    }

    /** Choice: without failOnErrors, or with null, there is no limit; 0 is refused, since it can mean no error or any number. */
    private static int errorLimit(JsonObject body) {
        Optional<JsonValue> limit = member(body, "failOnErrors");
        if (limit.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        if (limit.get() instanceof JsonNumber number
                && number.isIntegral()
                && number.bigDecimalValue().signum() > 0) {
            return number.bigDecimalValue()
                    .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .intValueExact();
        }
        throw ScimException.invalidValue("failOnErrors must be a whole number of at least 1, the errors after which the"
                + " rest is not tried; leave it out to have everything tried");
    }

    /** Choice: of operations with the same bulkId none is carried out, because nobody knows which one a reference means. */
    private static List<BulkOperation> unambiguous(List<BulkOperation> operations) {
        Map<Optional<String>, List<Label>> creating = operations.stream()
                .map(BulkOperation::label)
                .filter(Label::creates)
                .collect(Collectors.groupingBy(Label::bulkId));
        return operations.stream()
                .map(o -> {
                    List<Label> same = creating.getOrDefault(o.label().bulkId(), List.of());
                    boolean ambiguous = o instanceof Call && o.label().creates() && same.size() > 1;
                    return ambiguous ? new Misfit(o.label(), shared(same)) : o;
                })
                .toList();
    }

    private static ScimException shared(List<Label> labels) {
        return ScimException.invalidValue("bulkId \"" + labels.get(0).bulkId().orElseThrow()
                + "\" must be unique in the request; " + labels.get(0) + " and " + labels.get(1) + " both have it");
    }

    /** A member by its name in any case (RFC 7643 §2.1); null counts as absent. */
    static Optional<JsonValue> member(JsonObject object, String name) {
        return new Message(object).member(name).filter(v -> v != JsonValue.NULL);
    }
}
