package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The path of an operation (RFC 7644 §3.7). */
@Tag("P-3.7-03")
class RequestLineTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /Users, /Users, ",
        "POST, Users, /Users, ",
        "PUT, /Users/1, /Users, 1",
        "PATCH, Groups/1, /Groups, 1",
        "DELETE, /Users/bulkId:a, /Users, bulkId:a",
        "DELETE, /Users/bulkId%3Aa, /Users, bulkId:a",
        "DELETE, /Users/a+b, /Users, a+b",
        "DELETE, /Users/a%2Fb, /Users, a/b",
        "DELETE, /Users/M%C3%BCller, /Users, Müller",
        "PUT, /Badges/x, /Badges, x"
    })
    void a_path_is_an_endpoint_and_but_for_post_an_id(Method method, String path, String endpoint, String id) {
        RequestLine line = RequestLine.of(method, path);

        assertThat(line.endpoint()).isEqualTo(endpoint);
        assertThat(line.id().orElse(null)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users/1",
                "/Users/",
                "//Users",
                "/",
                "/Bulk",
                "Bulk",
                "/Bul%6B",
                "/Me",
                "/.search",
                "/Schemas",
                "/ResourceTypes",
                "/ServiceProviderConfig",
                "/Users/../Groups",
                "/..",
                "/%2e%2e",
                "/.",
                "/Users?attributes=id",
                "/Users#x",
                "https://scim.example.com/v2/Users",
                "//scim.example.com/v2/Users",
                "/v2/Users/",
                "/Users%",
                "/Users%zz",
                "/Users%00"
            })
    void a_post_that_does_not_name_an_endpoint_is_refused(String path) {
        refused(() -> RequestLine.of(Method.POST, path)).as(400, "invalidValue").saying("path", "POST", "/Users");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Users",
                "/Users/",
                "/Users/1/",
                "/Users/1/emails",
                "/Users/..",
                "/Users/%2E%2e",
                "/Users/../Groups/1",
                "/../Users/1",
                "/Users//1",
                "/Bulk/1",
                "/Schemas/urn:x",
                "/Users/1?attributes=id",
                "/Users/1#x",
                "https://scim.example.com/v2/Users/1",
                "/Users/%",
                "/Users/%0",
                "/Users/a%00b",
                "/Users/a%0Ab"
            })
    void any_other_that_does_not_name_a_resource_is_refused(String path) {
        refused(() -> RequestLine.of(Method.DELETE, path))
                .as(400, "invalidValue")
                .saying("path", "DELETE");
    }

    @Test
    void a_refusal_does_not_repeat_a_book() {
        String detail = refused(() -> RequestLine.of(Method.POST, "/x".repeat(100_000)))
                .as(400)
                .error()
                .detail();
        assertThat(detail).hasSizeLessThan(300);
    }
}
