package org.roster.scim.it.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where requests go, and how they look there.
 *
 * @param port on 127.0.0.1
 * @param base the path before that of each request
 * @param headers that every request has, each with its line end
 */
record Service(int port, String base, String headers) {

    /** Of the server that listens so many ports further than the build says. */
    static Service roster(int portOffset) {
        return new Service(
                httpPort() + portOffset,
                "/scim/v2",
                "Authorization: Bearer " + Settings.required("roster.bootstrap.token")
                        + "\r\nAccept: application/scim+json\r\n");
    }

    static Service floor(int portOffset) {
        return new Service(httpPort() + portOffset, "/floor", "Accept: application/json\r\n");
    }

    private static int httpPort() {
        return Integer.parseInt(Settings.required("http.port"));
    }

    byte[] get(String path) {
        return (head("GET", path) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A request with a body of JSON. */
    byte[] send(String method, String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String type = base.startsWith("/scim") ? "application/scim+json" : "application/json";
        byte[] head = (head(method, path) + "Content-Type: " + type + "\r\nContent-Length: " + content.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }

    private String head(String method, String path) {
        return method + " " + base + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers;
    }

    /** A path with a filter. */
    static String filtered(String path, String filter) {
        return path + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    /** A PatchOp or BulkRequest with its operations, separated by commas. */
    static String message(String name, String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:" + name + "\"],\"Operations\":[" + operations
                + "]}";
    }
}
