package org.roster.scim.spi;

/**
 * What every step of a request knows about it.
 *
 * @param tenant whose directory this is; part of every key of a store
 * @param caller who asks
 * @param requestId what the request is called in logs and in the journal, at most 64 characters; empty if it came from nowhere
 * @param rule which rule permitted it, for the journal; empty as long as none did
 */
public record RequestContext(String tenant, Caller caller, String requestId, String rule) {

    /**
     * The context of work that no request asked for.
     *
     * @param tenant see above
     * @param caller see above
     */
    public RequestContext(String tenant, Caller caller) {
        this(tenant, caller, "", "");
    }

    /**
     * The same, permitted.
     *
     * @param by which rule
     * @return a new context
     */
    public RequestContext permitted(String by) {
        return new RequestContext(tenant, caller, requestId, by);
    }
}
