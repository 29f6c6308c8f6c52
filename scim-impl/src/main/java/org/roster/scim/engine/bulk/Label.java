package org.roster.scim.engine.bulk;

import java.util.Optional;

/**
 * How a client recognises an operation of its request in the response.
 *
 * @param index its place in the request, 0-based
 * @param method as sent; empty if there was none
 * @param bulkId as sent; empty if there was none
 */
record Label(int index, Optional<String> method, Optional<String> bulkId) {

    /** Whether others can refer to what the operation creates. */
    boolean creates() {
        return bulkId.isPresent() && method.equals(Optional.of(Method.POST.name()));
    }

    /** The operation in the sentences of errors. */
    @Override
    public String toString() {
        return "Operations[" + index + "]";
    }
}
