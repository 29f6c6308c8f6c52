package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;

/**
 * Forged hosts: with {@code roster.base.url} no header of a request stands in an address; without it the Host stands in the
 * answer to that request alone, and no other header anywhere.
 */
interface ForgedHostContract extends Attack {
    Map<String, String> FORWARDED = Map.of(
            "X-Forwarded-Host",
            "forged.example",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Port",
            "4443",
            "X-Forwarded-Server",
            "forged.example",
            "X-Forwarded-Prefix",
            "/forged",
            "X-Host",
            "forged.example",
            "X-Forwarded-For",
            "192.0.2.66",
            "Forwarded",
            "host=forged.example;proto=https",
            "X-Original-Host",
            "forged.example");

    /** No host by RFC 3986 §3.2.2, or several: RFC 9112 §3.2 wants 400. */
    List<String> NO_HOSTS = List.of(
            "forged.example/path?x",
            "forged\"><script>.example",
            "user@forged.example",
            "forged.example, other.example",
            "forged.example:abc",
            "forged.example:99999999",
            "forged example",
            "forged.example\\x",
            "forged.example#x",
            "[::1",
            "forged.example\r\nHost: other.example",
            "%00.example");

    @Test
    default void forged_host_in_no_address_where_the_base_url_is_set() {
        switches("base=https://scim.roster.example/scim/v2");
        try {
            String user = created(aUser()).id();
            ScimAnswer group = post("/Groups", aGroup().withMember(user).json(), "forged.example");
            assertThat(group.header("Location")).contains("https://scim.roster.example/scim/v2/Groups/" + group.id());
            for (String path : List.of(
                    "/Groups/" + group.id(),
                    "/Users?count=3",
                    "/Schemas",
                    "/ServiceProviderConfig",
                    "/Users/" + user)) {
                String body = get(path, "forged.example").expect(200).body();
                assertThat(body).contains("https://scim.roster.example/scim/v2").doesNotContain("forged");
            }
        } finally {
            switches("base=");
        }
    }

    @Test
    default void forged_host_stands_in_the_answer_to_its_sender_alone() {
        ScimAnswer group = post("/Groups", aGroup().json(), "forged.example");
        assertThat(group.textAt("/meta/location")).startsWith("http://forged.example/");
        String path = "/Groups/" + group.id();
        assertThat(scim().get(path).expect(200).textAt("/meta/location")).isEqualTo(scim().baseUrl() + path);
        assertThat(scim().get("/Schemas").body()
                        + scim().get("/ServiceProviderConfig").body())
                .doesNotContain("forged");
    }

    @Test
    default void forged_forwarding_headers_stand_nowhere() {
        ScimAnswer user = created(aUser());
        Raw request =
                Raw.of("GET", Raw.address().getPath() + "/Users/" + user.id()).byToken();
        for (Map.Entry<String, String> header : FORWARDED.entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        assertThat(request.answer().expect(200).json()).isEqualTo(user.json());
    }

    @TestFactory
    @Tag("P-3.12-01")
    default Stream<DynamicTest> forged_host_that_is_no_host_is_refused() {
        return NO_HOSTS.stream()
                .map(host -> dynamicTest("Host: " + host, () -> {
                    ScimAnswer answer = get("/Schemas", host);
                    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                    assertThat(answer.body()).doesNotContain("<script>");
                }));
    }

    private void switches(String query) {
        scim().at(scim().baseUrl().replaceFirst("/v2$", ""))
                .get("/switches?" + query)
                .expect(204);
    }

    private static ScimAnswer get(String path, String host) {
        return Raw.of("GET", Raw.address().getPath() + path).to(host).byToken().answer();
    }

    private static ScimAnswer post(String path, String body, String host) {
        return Raw.of("POST", Raw.address().getPath() + path)
                .to(host)
                .byToken()
                .with("Content-Type", "application/scim+json")
                .with("Content-Length", String.valueOf(body.getBytes(StandardCharsets.UTF_8).length))
                .sending(body)
                .answer()
                .expect(201);
    }
}
