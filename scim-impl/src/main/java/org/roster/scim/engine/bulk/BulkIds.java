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

    private final Map<String, Label> defined;
    private final Map<String, String> created;

    private BulkIds(Map<String, Label> defined, Map<String, String> created) {
        this.defined = defined;
        this.created = created;
    }

    BulkIds(List<BulkOperation> operations) {
        this(new HashMap<>(), new HashMap<>());
        operations.stream()
                .map(BulkOperation::label)
                .filter(Label::creates)
                .forEach(label -> defined.putIfAbsent(label.bulkId().orElseThrow(), label));
    }

    /** From now on references to the bulkId mean this resource. */
    void created(Label label, String id) {
        created.put(label.bulkId().orElseThrow(), id);
    }

    /** The same so far; what is created from now on one of them knows and the other does not. */
    BulkIds copy() {
        return new BulkIds(defined, new HashMap<>(created));
    }

    /** What the other knows is true here too. */
    void learn(BulkIds other) {
        created.putAll(other.created);
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
