package org.roster.scim.it.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.limits.LimitedCallers.client;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.http.Workers;
import org.roster.scim.it.server.RosterServer;

/** Limits of credentials, tenants and addresses (RFC 6585 §4). */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LimitsIT {

    private static final String QUERY = "/Users?count=0";

    @Deployment(testable = false)
    static WebArchive deployment() {
        return LimitedCallers.war();
    }

    @Test
    void a_credential_gets_what_its_bucket_holds_then_429_and_after_the_wait_an_answer() throws Exception {
        ScimHttp slow = client("slow@rate");
        List<ScimAnswer> answers = race(slow, 20);
        List<ScimAnswer> refused =
                answers.stream().filter(a -> a.status() != 200).toList();
        assertThat(refused).as("of 20 at once, with 3 and one a second").hasSizeBetween(10, 17);
        refused.forEach(answer -> {
            answer.expectError(429);
            assertThat(answer.header("Retry-After")).contains("1");
            assertThat(answer.textAt("/detail"))
                    .isEqualTo("too many requests of this credential, which may make 1 per second and 3 at once; "
                            + "try again in 1 s");
        });
        client("other@rate").get(QUERY).expect(200);
        Thread.sleep(Duration.ofSeconds(1).toMillis());
        slow.get(QUERY).expect(200);
    }

    @Test
    void a_request_without_the_version_counts_once() {
        ScimHttp once = client("once@version");
        ScimHttp unversioned = once.at(once.baseUrl().replace("/v2", ""));
        for (int i = 0; i < 5; i++) {
            unversioned.get(QUERY).expect(200);
        }
    }

    @Test
    void the_credentials_of_a_tenant_have_a_limit_together() {
        List<ScimAnswer> answers = Workers.race(IntStream.range(0, 20)
                .<Supplier<ScimAnswer>>mapToObj(
                        i -> () -> client("c" + i + "@small").get(QUERY))
                .toList());
        List<ScimAnswer> refused =
                answers.stream().filter(a -> a.status() != 200).toList();
        assertThat(refused).as("of 20 at once, with 4 and one a second").hasSizeBetween(8, 16);
        refused.forEach(answer -> assertThat(answer.expectError(429).textAt("/detail"))
                .startsWith("too many requests of the credentials of your tenant together, which may make 1 per"));
        client("c1@large").get(QUERY).expect(200);
    }

    @Test
    void an_address_without_a_credential_has_a_limit_and_leaves_that_of_others_alone() {
        List<ScimAnswer> answers = race(ScimHttp.anonymous(), 60);
        assertThat(answers.stream().filter(a -> a.status() == 429).count()).isPositive();
        assertThat(answers.stream().filter(a -> a.status() == 401).count()).isGreaterThanOrEqualTo(10);
        answers.stream()
                .filter(a -> a.status() != 401)
                .forEach(a -> assertThat(a.expectError(429).textAt("/detail"))
                        .startsWith("too many requests of your address without a credential"));
        client("new@address").get(QUERY).expect(200);
    }

    @Test
    void while_a_request_is_under_way_the_next_is_refused_before_its_body_comes() throws Exception {
        String body = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}";
        try (Socket first = underWay(body.substring(0, 10), body.length())) {
            try (Socket second = begin("one@concurrent", 1_000_000)) {
                assertThat(answer(second)).startsWith("HTTP/1.1 429 ");
            }
            client("two@concurrent").get(QUERY).expect(200);
            first.getOutputStream().write(body.substring(10).getBytes(UTF_8));
            first.getOutputStream().flush();
            assertThat(answer(first)).startsWith("HTTP/1.1 400 ");
        }
        Thread.sleep(200);
        client("one@concurrent").get(QUERY).expect(200);
    }

    /** A request whose body has only begun; the server may take a while until it has given it to a thread. */
    private static Socket underWay(String start, int length) throws Exception {
        for (int i = 1; i <= 20; i++) {
            Socket socket = begin("one@concurrent", length);
            socket.getOutputStream().write(start.getBytes(UTF_8));
            socket.getOutputStream().flush();
            Thread.sleep(i * 100L);
            ScimAnswer answer = client("one@concurrent").get(QUERY);
            if (answer.status() == 429) {
                assertThat(answer.expectError(429).textAt("/detail"))
                        .isEqualTo("too many requests of this credential at the same time, which may have 1 under way; "
                                + "wait for the answer to one of them");
                return socket;
            }
            socket.close();
        }
        throw new AssertionError("a request that waits for its body does not count");
    }

    private static List<ScimAnswer> race(ScimHttp client, int requests) {
        return Workers.race(IntStream.range(0, requests)
                .<Supplier<ScimAnswer>>mapToObj(i -> () -> client.get(QUERY))
                .toList());
    }

    /** Sends the head of a POST. */
    private static Socket begin(String credential, int length) throws IOException {
        URI base = RosterServer.current().baseUrl();
        Socket socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("POST " + base.getPath() + "/Users HTTP/1.1\r\nHost: " + base.getHost() + ":" + base.getPort()
                                + "\r\nAuthorization: Bearer test-" + credential
                                + "\r\nContent-Type: application/scim+json\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes(UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The status line. */
    private static String answer(Socket socket) throws IOException {
        byte[] start = socket.getInputStream().readNBytes(13);
        return new String(start, UTF_8);
    }
}
