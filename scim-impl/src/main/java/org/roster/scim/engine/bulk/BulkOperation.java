package org.roster.scim.engine.bulk;

import jakarta.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Set;
import org.roster.scim.error.ScimException;
import org.roster.scim.spi.Precondition;

/** One element of the {@code Operations} of a bulk request. */
sealed interface BulkOperation {

    Label label();

    /**
     * An operation that can be tried.
     *
     * @param label how the client recognises it
     * @param line what it does, and to what
     * @param precondition which version is meant
     * @param data the body of the single request; empty for DELETE
     */
    record Call(Label label, RequestLine line, Precondition precondition, JsonObject data) implements BulkOperation {

        /** The bulkIds that its path and data name. */
        Set<String> references() {
            Set<String> found = new LinkedHashSet<>(References.in(data));
            line.id().flatMap(References::bulkId).ifPresent(found::add);
            return found;
        }
    }

    /**
     * An element that says nothing that could be tried.
     *
     * @param label as far as it can be read
     * @param fault what is wrong with it
     */
    record Misfit(Label label, ScimException fault) implements BulkOperation {}
}
