package org.roster.scim.engine.bulk;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.error.ScimException;

/** Which resource stands behind a bulkId, as far as the request has come. Not thread-safe. */
final class BulkIds {

    private final Map<String, Label> defined = new HashMap<>();
    private final Map<String, String> created = new HashMap<>();

    BulkIds(List<BulkOperation> operations) {
        operations.stream()
                .map(BulkOperation::label)
                .filter(Label::creates)
                .forEach(label -> defined.putIfAbsent(label.bulkId().orElseThrow(), label));
    }

    /** From now on references to the bulkId mean this resource. */
    void created(Label label, String id) {
        created.put(label.bulkId().orElseThrow(), id);
    }

    /** Puts the ids of resources that were created in the place of references to them. */
    JsonObject resolve(JsonObject data) {
        return References.replace(data, bulkId -> Optional.of(id(bulkId)));
    }

    /** The same, but for references to these bulkIds, which stay. */
    JsonObject resolve(JsonObject data, Set<String> waiting) {
        return References.replace(
                data, bulkId -> waiting.contains(bulkId) ? Optional.empty() : Optional.of(id(bulkId)));
    }

    /** The id of a resource that a path names. */
    String resolve(String id) {
        return References.bulkId(id).map(this::id).orElse(id);
    }

    private String id(String bulkId) {
        Optional<String> id = Optional.ofNullable(created.get(bulkId));
        return id.orElseThrow(() -> Optional.ofNullable(defined.get(bulkId))
                .map(label -> ScimException.of(
                        409, "this refers to bulkId \"" + bulkId + "\", which " + label + " did not create"))
                .orElseGet(() -> ScimException.invalidValue(
                        "this refers to bulkId \"" + bulkId + "\", which no POST of the request has")));
    }
}
