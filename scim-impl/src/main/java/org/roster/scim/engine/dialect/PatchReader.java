package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.roster.scim.engine.configuration.RequestLimit;
import org.roster.scim.engine.configuration.RequestLimits;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.spi.ResourceKey;

/**
 * Reads a PATCH as its client wrote it, whether it comes alone or in a bulk request.
 *
 * @param dialect knows the habits of clients
 * @param limits how much it may be
 */
public record PatchReader(Dialect dialect, RequestLimits limits) {

    /**
     * Reads a PATCH.
     *
     * @param key which resource
     * @param body a PatchOp, or what the client takes for one
     * @return as the RFC has it
     * @throws org.roster.scim.error.ScimException 400, or 413 for too many operations
     */
    public PatchRequest read(ResourceKey key, JsonObject body) {
        PatchRequest request = PatchRequest.parse(dialect.message(body), limits.filter());
        request.requireAtMost(limits.of(RequestLimit.PATCH_OPERATIONS));
        if (!limits.filter().equals(FilterLimits.DEFAULT)) {
            request.operations().forEach(this::requireShortKeys);
        }
        return dialect.patch(key, request);
    }

    /** A key with a filter will be read as a path (V-ENTRA-04), by the widest limits. */
    private void requireShortKeys(PatchOperation operation) {
        if (operation.path().isEmpty() && operation.value().orElse(JsonValue.NULL) instanceof JsonObject object) {
            object.keySet().stream()
                    .filter(key -> key.indexOf('[') >= 0)
                    .forEach(key -> PatchPath.parse(key, limits.filter()));
        }
    }
}
