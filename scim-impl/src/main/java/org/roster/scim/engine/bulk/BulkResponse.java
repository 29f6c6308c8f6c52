package org.roster.scim.engine.bulk;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The results so far. Not thread-safe. */
final class BulkResponse {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";
    private static final JsonProvider JSON = JsonProvider.provider();

    private final List<BulkResult> results = new ArrayList<>();
    private int errors;
    private boolean unavailable;

    void add(List<BulkResult> more) {
        results.addAll(more);
        errors += (int) more.stream().filter(BulkResult::failed).count();
        unavailable |= more.stream().anyMatch(r -> r.status() == 503);
    }

    List<BulkResult> results() {
        return results;
    }

    int errors() {
        return errors;
    }

    /**
     * Whether nothing more is to be tried: the client has seen as many errors as it wants to, or the directory does not
     * answer and would not for the rest.
     */
    boolean ends(int errorLimit) {
        return errors >= errorLimit || unavailable;
    }

    /** The message: what was tried, in the order of the request. */
    JsonObject message() {
        JsonArrayBuilder operations = JSON.createArrayBuilder();
        results.stream()
                .sorted(Comparator.comparing(BulkResult::index))
                .map(BulkResult::message)
                .forEach(operations::add);
        return JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(SCHEMA))
                .add("Operations", operations)
                .build();
    }
}
