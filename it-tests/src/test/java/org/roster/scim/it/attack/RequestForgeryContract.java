package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RealmUser;

/**
 * Request forgery: a page of somebody else in the browser of an administrator who has logged in by BASIC. What a browser sends
 * for any page without asking the service first, methods and types that are safelisted or no type at all, does nothing; and
 * whoever asks gets no leave.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
interface RequestForgeryContract extends Attack {

    private static Raw post(String path, String body) {
        return Raw.of("POST", Raw.address().getPath().replaceFirst("/v2$", "") + path)
                .with("Authorization", RealmUser.IDP.basic())
                .with("Content-Length", String.valueOf(body.getBytes(UTF_8).length))
                .sending(body);
    }

    @Test
    default void request_forgery_by_a_page_that_says_no_type() {
        String name = "forged-" + UUID.randomUUID();
        List<Raw> requests = List.of(
                post("/v2/Users", aUser().named(name).json()),
                post("/v2/Bulk", "{}"),
                post("/admin/v1/tokens", "{\"name\":\"" + name + "\",\"roles\":[\"scim-admin\"]}"),
                post("/admin/v1/tenants/" + name + "/suspend", ""));
        for (Raw request : requests) {
            request.with("Origin", "https://page.example").answer().expectError(415);
            request.with("Origin", "null").answer().expectError(415);
            request.with("Sec-Fetch-Site", "cross-site").answer().expectError(415);
        }
        assertThat(found(neighbour(), "userName eq \"" + name + "\"")).isEmpty();
    }

    @Test
    default void request_forgery_by_a_page_with_a_type_of_forms() {
        Raw page = post("/v2/Users", aUser().json()).with("Origin", "https://page.example");
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            page.with("Content-Type", type).answer().expectError(415);
        }
    }

    @Test
    default void request_forgery_gets_no_leave_when_the_browser_asks() {
        ScimHttp browser = ScimHttp.anonymous().with("Access-Control-Request-Method", "DELETE");
        for (String path : List.of("/Users", "/Bulk", "/ServiceProviderConfig")) {
            for (String method : List.of("OPTIONS", "GET")) {
                assertThat(browser.with("Sec-Fetch-Site", "cross-site")
                                .send(method, path, new byte[0])
                                .headers()
                                .keySet())
                        .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("access-control"));
            }
        }
    }
}
