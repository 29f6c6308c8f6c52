package org.roster.scim.it.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request as text: a request line, header lines, an empty line, the body. What goes over the wire is this text with CRLF,
 * a Content-Length and {@code Connection: close}; the target and the body are not touched.
 */
record RawRequest(String method, String target, List<String> headers, String body) {
    private static final Set<String> DROPPED = Set.of("connection", "accept-encoding");

    static RawRequest parse(String text) {
        String[] parts = text.split("\n\n", 2);
        List<String> lines = List.of(parts[0].split("\n"));
        String[] requestLine = lines.get(0).split(" ", -1);
        if (requestLine.length != 3) {
            throw new IllegalArgumentException("not a request line: " + lines.get(0));
        }
        String body = parts.length == 2 && !parts[1].isBlank() ? parts[1] : "";
        return new RawRequest(requestLine[0], requestLine[1], lines.subList(1, lines.size()), body);
    }

    /** The same request with a User-Agent by which the settings of the lanes know the client. */
    RawRequest from(Optional<String> client) {
        return client.map(name -> new RawRequest(
                        method,
                        target,
                        Stream.concat(headers.stream(), Stream.of("User-Agent: recording-" + name))
                                .toList(),
                        body))
                .orElse(this);
    }

    /** The request as it goes over the wire. */
    byte[] bytes() {
        byte[] bodyBytes = body.getBytes(UTF_8);
        Stream<String> added = bodyBytes.length == 0
                ? Stream.of("Connection: close")
                : Stream.of("Connection: close", "Content-Length: " + bodyBytes.length);
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        Stream.concat(headers.stream().filter(RawRequest::kept), added)
                .forEach(line -> head.append(line).append("\r\n"));
        return (head + "\r\n" + body).getBytes(UTF_8);
    }

    private static boolean kept(String header) {
        return !DROPPED.contains(header.split(Pattern.quote(":"), 2)[0].toLowerCase(Locale.ROOT));
    }
}
