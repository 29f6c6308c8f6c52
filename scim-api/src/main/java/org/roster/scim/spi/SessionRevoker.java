package org.roster.scim.spi;

/**
 * Ends what a user has open in a product: sessions, tokens, whatever outlives the login. Every CDI bean of this type is
 * called when a user is deactivated or deleted, or his password changes: after the transaction has committed, before the
 * answer is sent, once per change; never for what was undone. One that fails is logged, and neither the request nor the
 * others see it. Each server of a cluster tells its own beans of the requests that it answered. Must be thread-safe.
 */
public interface SessionRevoker {

    /**
     * Ends the sessions of a user. The client waits for it, so work that takes long belongs elsewhere.
     *
     * @param revocation whose, and why
     */
    void revoke(Revocation revocation);
}
