package org.roster.scim.spi;

/**
 * What every step of a request knows about it.
 *
 * @param tenant whose directory this is; part of every key of a store
 * @param caller who asks
 * @param origin which request it is, and where it came from
 * @param rule which rule permitted it, for the journal; empty as long as none did
 */
public record RequestContext(String tenant, Caller caller, Origin origin, String rule) {

    /**
     * Which request it is, and where it came from.
     *
     * @param requestId what the request is called in logs and in the journal, at most 64 characters; empty if it came from
     *     nowhere
     * @param address of the client as the server knows it, for instance {@code 192.0.2.7}; empty if it came from nowhere
     */
    public record Origin(String requestId, String address) {

        /** No request. */
        public static final Origin NONE = new Origin("", "");
    }

    /**
     * The context of work that no request asked for.
     *
     * @param tenant see above
     * @param caller see above
     */
    public RequestContext(String tenant, Caller caller) {
        this(tenant, caller, Origin.NONE, "");
    }

    /**
     * What the request is called.
     *
     * @return at most 64 characters; empty if it came from nowhere
     */
    public String requestId() {
        return origin.requestId();
    }

    /**
     * Where the request came from.
     *
     * @return the address of the client as the server knows it; empty if it came from nowhere
     */
    public String address() {
        return origin.address();
    }

    /**
     * The same, permitted.
     *
     * @param by which rule
     * @return a new context
     */
    public RequestContext permitted(String by) {
        return new RequestContext(tenant, caller, origin, by);
    }
}
