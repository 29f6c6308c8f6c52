package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * One habit of real clients that the RFC does not know, and how a request that has it is rewritten into one that has not.
 * What it does not recognise it returns as it is, the same object.
 */
interface Quirk {

    /** The rule of the checklist, part 7.3, for instance {@code V-ENTRA-01}; an operator can switch it off by this. */
    String id();

    /** Rewrites the body of a POST or PUT. */
    default JsonObject body(ResourceType type, JsonObject body) {
        return body;
    }

    /** Rewrites an operation of a PATCH, into none, one or several. */
    default Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        return Stream.of(operation);
    }

    /** Rewrites the filter of a query. */
    default Filter filter(ResourceType type, Filter filter) {
        return filter;
    }
}
