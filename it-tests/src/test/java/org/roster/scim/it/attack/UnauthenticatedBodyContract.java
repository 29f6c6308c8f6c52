package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;

/**
 * Denial of service by a body from somebody unknown: it is neither read nor parsed. The proof is a body that never comes: an
 * answer that is there all the same was made without it.
 */
@Tag("P-2-01")
interface UnauthenticatedBodyContract extends Attack {
    List<String> TYPES = List.of(
            "application/scim+json",
            "application/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "text/plain",
            "APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-8");

    @TestFactory
    default Stream<DynamicTest> denial_of_service_by_an_unauthenticated_body_that_never_comes() {
        return places().flatMap(line -> TYPES.stream()
                .map(type -> dynamicTest(line + " " + type, () -> {
                    for (String credential : List.of("", "Bearer guess", "Basic c3RyYW5nZXI6Z3Vlc3M=")) {
                        Raw request = request(line, type).with("Content-Length", "1000000");
                        ScimAnswer answer =
                                (credential.isEmpty() ? request : request.with("Authorization", credential)).answer();
                        answer.expectError(401);
                    }
                })));
    }

    @TestFactory
    default Stream<DynamicTest> denial_of_service_by_an_unauthenticated_body_without_end() {
        return places().map(line -> dynamicTest(line, () -> {
            Raw request = request(line, "application/scim+json").with("Transfer-Encoding", "chunked");
            assertThat(swallowed(request, "[".repeat(8_000))).isLessThan(16_000_000);
            assertThat(request.sending("4\r\n[[[[\r\n")
                            .answer()
                            .expectError(401)
                            .body())
                    .doesNotContain("deep");
        }));
    }

    /** One that is known is read up to the limit and no further. */
    @TestFactory
    default Stream<DynamicTest> denial_of_service_by_an_authenticated_body_without_end() {
        return places().map(line -> dynamicTest(line, () -> {
            Raw request = request(line, "application/scim+json").byToken().with("Transfer-Encoding", "chunked");
            assertThat(swallowed(request, "\"" + "x".repeat(8_000))).isLessThan(16_000_000);
        }));
    }

    private static Stream<String> places() {
        return Stream.of(
                "POST /v2/Users",
                "PUT /v2/Users/x",
                "PATCH /v2/Users/x",
                "POST /v2/Groups",
                "POST /v2/Bulk",
                "POST /v2/.search",
                "POST /v2/Users/.search",
                "POST /v2/Me",
                "POST /Users",
                "PUT /Groups/x");
    }

    private static Raw request(String line, String type) {
        String[] parts = line.split(" ", 2);
        String root = Raw.address().getPath().replaceFirst("/v2$", "");
        return Raw.of(parts[0], root + parts[1]).with("Content-Type", type);
    }

    /** How many bytes of a body in chunks without end the server takes before it has answered or hung up. */
    private static long swallowed(Raw request, String chunk) throws IOException {
        byte[] bytes = (Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n").getBytes(ISO_8859_1);
        try (Socket socket = new Socket(Raw.address().getHost(), Raw.address().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(request.text().getBytes(ISO_8859_1));
            long sent = 0;
            while (in.available() == 0 && sent < 20_000_000) {
                out.write(bytes);
                sent += bytes.length;
            }
            return sent;
        } catch (SocketException hungUp) {
            return 0;
        }
    }
}
