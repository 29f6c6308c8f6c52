package org.roster.scim.engine.dialect;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * One habit of real clients that the RFC does not know, and how a request that has it is rewritten into one that has not.
 * What it does not recognise it returns as it is, the same object. The rules of the strict profile have the same shape: they
 * refuse instead.
 */
interface Quirk {

    /** The rule of the checklist, part 7.3, for instance {@code V-ENTRA-01}; an operator can switch it off by this. */
    String id();

    /**
     * Whose habit it is, beside {@link Mode#COMPAT}. Empty for everybody's: only a request that the RFC refuses may be
     * rewritten for everybody, so that a request by the RFC always means what the RFC says.
     */
    default Set<Mode> of() {
        return Set.of();
    }

    /** Rewrites the body of a POST or PUT. */
    default JsonObject body(ResourceType type, JsonObject body) {
        return body;
    }

    /** Rewrites the body of a PATCH before it is taken for a PatchOp. */
    default JsonObject message(JsonObject body) {
        return body;
    }

    /** Rewrites an operation of a PATCH, into none, one or several. */
    default Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        return Stream.of(operation);
    }

    /** Rewrites the text of a filter before it is parsed. */
    default String filterText(String text) {
        return text;
    }

    /** Rewrites the filter of a query. */
    default Filter filter(ResourceType type, Filter filter) {
        return filter;
    }

    /** Whether answers must be called {@code application/json}, whatever the client accepts. */
    default boolean plainJson() {
        return false;
    }

    /** What stands in its place when it is switched off, where the engine by itself understands the habit. */
    default Optional<Quirk> refusal() {
        return Optional.empty();
    }
}
