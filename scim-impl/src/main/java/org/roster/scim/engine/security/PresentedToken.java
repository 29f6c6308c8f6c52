package org.roster.scim.engine.security;

/**
 * A bearer token as it came.
 *
 * @param text the token
 * @param address of the client, as the server knows it: without a proxy's word
 */
public record PresentedToken(String text, String address) {

    /** Never the token: this may stand in a log. */
    @Override
    public String toString() {
        return "a token from " + address;
    }
}
