package org.roster.scim.it.server;

import java.net.URI;

/**
 * The service of this lane as a client knows it.
 *
 * @param baseUrl the SCIM base URL, without a slash at its end
 * @param token the bootstrap bearer token
 */
public record RosterServer(URI baseUrl, String token) {

    /** The service of the lane that runs. */
    public static RosterServer current() {
        return new RosterServer(
                URI.create("http://127.0.0.1:" + TestProperty.required("http.port") + "/scim/v2"),
                TestProperty.required("roster.bootstrap.token"));
    }

    /**
     * The address of an endpoint or a resource.
     *
     * @param path below the base URL, with its leading slash, already percent-encoded
     */
    public URI uri(String path) {
        return URI.create(baseUrl + path);
    }

    /** The value of an Authorization header with the bootstrap token. */
    public String bearer() {
        return "Bearer " + token;
    }
}
