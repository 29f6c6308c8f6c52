package org.roster.scim.it.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a recording is read: its placeholders, its pointers and its raw request. */
class RecordingTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @ParameterizedTest
    @CsvSource({
        "entra,20",
        "okta,20",
        "onelogin,6",
        "authentik,5",
        "ping,4",
        "keycloak-plugin,4",
        "jumpcloud,3",
        "sailpoint,3",
        "google,1"
    })
    void every_folder_is_complete_and_readable(String folder, int count) {
        assertThat(Recording.in(folder)).hasSize(count).allSatisfy(recording -> {
            assertThat(recording.title()).isNotBlank();
            assertThat(recording.part("expect")).isNotEmpty();
            assertThat(recording.request()).contains("{{basePath}}", "{{host}}");
        });
    }

    @Test
    void placeholders_are_filled_in_names_and_values_at_any_depth() {
        Names names = Names.none().with("id", "7").with("price", "$1");
        JsonObject document = Json.createObjectBuilder()
                .add("{{id}}", Json.createArrayBuilder().add("a{{id}}b").add(5))
                .build();
        assertThat(names.fill(document).toString()).isEqualTo("{\"7\":[\"a7b\",5]}");
        assertThat(names.fill("{{price}}{{id}} {x} {{")).isEqualTo("$17 {x} {{");
    }

    @Test
    void an_unbound_placeholder_is_named() {
        assertThatThrownBy(() -> Names.none().with("userId", "7").fill("/Users/{{other}}"))
                .hasMessageContaining("other")
                .hasMessageContaining("userId");
    }

    @Test
    void pointer_steps_find_members_in_any_case() {
        JsonObject user = Json.createObjectBuilder()
                .add(
                        "Emails",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("VALUE", "a@x.org")))
                .add(
                        ENTERPRISE,
                        Json.createObjectBuilder()
                                .add("manager", Json.createObjectBuilder().add("value", "9")))
                .add("a/b", 1)
                .addNull("title")
                .build();
        assertThat(CaselessPointer.of("/emails/0/value").in(user)).contains(Json.createValue("a@x.org"));
        assertThat(CaselessPointer.of("/" + ENTERPRISE.toUpperCase(Locale.ROOT) + "/Manager/value")
                        .in(user))
                .contains(Json.createValue("9"));
        assertThat(CaselessPointer.of("/a~1b").in(user)).contains(Json.createValue(1));
        assertThat(CaselessPointer.of("/title").in(user)).contains(JsonObject.NULL);
        assertThat(CaselessPointer.of("").in(user)).contains(user);
    }

    @Test
    void a_pointer_to_nothing_finds_nothing() {
        JsonObject user = Json.createObjectBuilder()
                .add("emails", Json.createArrayBuilder().add("x"))
                .build();
        assertThat(CaselessPointer.of("/emails/1").in(user)).isEmpty();
        assertThat(CaselessPointer.of("/emails/-").in(user)).isEmpty();
        assertThat(CaselessPointer.of("/emails/0/value").in(user)).isEmpty();
        assertThat(CaselessPointer.of("/name/familyName").in(user)).isEmpty();
    }

    @Test
    void the_target_and_the_body_go_over_the_wire_untouched() {
        RawRequest request = RawRequest.parse("""
                PATCH /v2/Users?filter=userName+eq+%22a%20b%22 HTTP/1.1
                Host: x
                Connection: Keep-Alive
                Accept-Encoding: gzip,deflate

                {"a":
                 "é"}
                """);
        assertThat(new String(request.bytes(), UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        List.of(
                                "PATCH /v2/Users?filter=userName+eq+%22a%20b%22 HTTP/1.1",
                                "Host: x", "Connection: close", "Content-Length: 13", "", "{\"a\":\n \"é\"}\n")));
    }

    @Test
    void nothing_after_the_empty_line_is_no_body() {
        RawRequest request = RawRequest.parse("GET /v2/Users HTTP/1.1\nHost: x\nContent-Type: application/json\n\n");
        assertThat(new String(request.bytes(), UTF_8))
                .isEqualTo(
                        "GET /v2/Users HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
    }
}
