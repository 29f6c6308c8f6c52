package org.roster.scim.engine.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.security.AccessPolicy;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.engine.security.Roles;

/** What an operator may write about issuers, and the sentence that a mistake gets. */
class IssuersDocumentTest {

    private static final String RIGHT = "{'name': 'idp', 'issuer': 'https://idp.example.com/', 'audience': 'a', "
            + "'jwks': 'https://idp.example.com/keys', 'roles': {'p': 'scim-admin'}}";

    @TempDir
    private Path folder;

    private Issuer only(String entry) {
        return IssuersDocument.read(TestService.document(folder, entry), Roles.ALL)
                .get(0);
    }

    @Test
    void what_is_not_written_is_strict() {
        Issuer issuer = only(RIGHT);
        assertThat(issuer.algorithms()).containsExactlyInAnyOrder("RS256", "PS256", "ES256");
        assertThat(issuer.clockSkew()).isEqualTo(Duration.ofMinutes(1));
        assertThat(issuer.maxAge()).isEmpty();
        assertThat(issuer.grants().rolesClaim()).isEqualTo("roles");
        assertThat(issuer.grants().nameClaims()).containsExactly("azp", "appid", "client_id", "sub");
        assertThat(issuer.grants().bounds().tenant()).isEmpty();
    }

    @Test
    void everything_can_be_written() throws IOException {
        Files.writeString(folder.resolve("keys.json"), "{}");
        Issuer issuer = only("{'$comment': 'x', 'name': 'idp', 'issuer': 'urn:idp', 'audience': ['a', 'b'], "
                + "'jwks': 'file:keys.json', 'algorithms': ['ES384', 'RS512'], 'clockSkew': 300, 'maxAge': 60, "
                + "'tenant': 't', 'resourceTypes': ['User'], 'rolesClaim': 'realm_access.roles', 'nameClaim': 'name', "
                + "'roles': {'p': ['scim-admin', 'scim-read']}}");
        assertThat(issuer.audiences()).containsExactlyInAnyOrder("a", "b");
        assertThat(Path.of(issuer.jwks())).isEqualTo(folder.resolve("keys.json").toAbsolutePath());
        assertThat(issuer.algorithms()).containsExactlyInAnyOrder("ES384", "RS512");
        assertThat(issuer.clockSkew()).isEqualTo(Duration.ofMinutes(5));
        assertThat(issuer.maxAge()).contains(Duration.ofMinutes(1));
        assertThat(issuer.grants().roles()).isEqualTo(Map.of("p", Set.of("scim-admin", "scim-read")));
        assertThat(issuer.grants().nameClaims()).containsExactly("name");
        assertThat(issuer.grants().bounds().tenant()).isEqualTo(Optional.of("t"));
        assertThat(issuer.grants().bounds().resourceTypes()).containsExactly("User");
    }

    static Stream<Arguments> mistakes() {
        String algorithms = "which is not one of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512";
        String jwks = "; it must be an https URL, a file: URL, or an http URL of this machine (127.0.0.1)";
        return Stream.of(
                wrong("'name': 'idp', ", "", "\"name\" is missing; it must be a text"),
                wrong(
                        "'name': 'idp'",
                        "'name': 'a:b'",
                        "\"name\" is \"a:b\"; it may have letters, digits, dots, - and _, 50 at most"),
                wrong("'issuer': 'https://idp.example.com/', ", "", "\"issuer\" is missing; it must be a text"),
                wrong(
                        "'audience': 'a', ",
                        "",
                        "\"audience\" is missing; without it a token that was meant for others would do"),
                wrong("'audience': 'a'", "'audience': ''", "\"audience\" must be a text that is not empty, found \"\""),
                wrong("'audience': 'a'", "'audience': [1]", "\"audience\" must be a text that is not empty, found 1"),
                wrong("'audience'", "'algorithms': ['none'], 'audience'", "\"algorithms\" has \"none\", " + algorithms),
                wrong("'audience'", "'algorithms': 'HS256', 'audience'", "\"algorithms\" has \"HS256\", " + algorithms),
                wrong("'audience'", "'algorithms': 'rs256', 'audience'", "\"algorithms\" has \"rs256\", " + algorithms),
                wrong(
                        "'audience'",
                        "'clockSkew': 301, 'audience'",
                        "\"clockSkew\" must be a number of seconds from 0 to 300, found 301"),
                wrong(
                        "'audience'",
                        "'clockSkew': '60', 'audience'",
                        "\"clockSkew\" must be a number of seconds from 0 to 300, found \"60\""),
                wrong(
                        "'audience'",
                        "'maxAge': 0, 'audience'",
                        "\"maxAge\" must be a number of seconds from 1 to 31536000, found 0"),
                wrong(
                        "'scim-admin'",
                        "'admin'",
                        "\"roles\" grants \"admin\", which is not one of scim-admin, scim-grant, scim-protected, "
                                + "scim-read, scim-self, scim-write"),
                wrong(
                        "'roles': {'p': 'scim-admin'}",
                        "'roles': {}",
                        "\"roles\" is missing; it says which value of a claim grants which role, "
                                + "for instance {\"provisioning\": \"scim-admin\"}"),
                wrong("{'p': 'scim-admin'}", "['p']", "\"roles\" must be an object, found [\"p\"]"),
                wrong(
                        "'audience'",
                        "'audiences'",
                        "\"audiences\" is not known here; known are name, issuer, audience, jwks, algorithms, clockSkew, "
                                + "maxAge, tenant, resourceTypes, rolesClaim, roles, nameClaim"),
                wrong("https://idp.example.com/keys", "", "\"jwks\" must be a text that is not empty, found \"\""),
                wrong(
                        "https://idp.example.com/keys",
                        "http://idp.example.com/keys",
                        "\"jwks\" is \"http://idp.example.com/keys\"" + jwks),
                wrong(
                        "https://idp.example.com/keys",
                        "http://127.0.0.1.evil.example/keys",
                        "\"jwks\" is \"http://127.0.0.1.evil.example/keys\"" + jwks),
                wrong(
                        "https://idp.example.com/keys",
                        "https://user:secret@idp.example.com",
                        "\"jwks\" is \"https://user:secret@idp.example.com\"" + jwks),
                wrong("https://idp.example.com/keys", "/etc/keys.json", "\"jwks\" is \"/etc/keys.json\"" + jwks),
                wrong("https://idp.example.com/keys", "not a URL", "\"jwks\" is \"not a URL\"" + jwks),
                wrong(
                        "https://idp.example.com/keys",
                        "file:none.json",
                        "\"jwks\" is \"file:none.json\"; that is no file that can be read"));
    }

    private static Arguments wrong(String right, String instead, String sentence) {
        assertThat(RIGHT).contains(right);
        return Arguments.of(RIGHT.replace(right, instead), sentence);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_ends_the_start_with_its_place(String entry, String sentence) {
        start(TestService.document(folder, RIGHT.replace("idp", "other"), entry), "issuers.json[1]: " + sentence);
    }

    @Test
    void the_examples_of_the_documentation_are_right() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("basedir", "."), "../scim-war/ACCESS.md"));
        String[] blocks = page.substring(page.indexOf("## JWT")).split("```json\n", -1);
        assertThat(blocks).hasSize(3);
        for (int i = 1; i < blocks.length; i++) {
            Path example = folder.resolve("example.json");
            Files.writeString(example, blocks[i].substring(0, blocks[i].indexOf("```")));
            assertThat(IssuersDocument.read(example, Roles.ALL)).hasSize(1);
        }
    }

    @Test
    void two_issuers_are_two() {
        start(
                TestService.document(folder, RIGHT, RIGHT.replace("https://idp.example.com/'", "urn:other'")),
                "issuers.json[0] and [1] have the same \"name\"");
        start(
                TestService.document(folder, RIGHT, RIGHT.replace("'idp'", "'other'")),
                "issuers.json[0] and [1] have the same \"issuer\"");
    }

    @Test
    void a_document_that_is_none_ends_the_start() throws IOException {
        Path none = folder.resolve("none.json");
        start(none, "roster.jwt.issuers is \"" + none + "\"; that is no file that can be read");
        start(TestService.document(folder, "1"), "issuers.json[0]: must be an object, found NUMBER");
        Path text = folder.resolve("text.json");
        Files.writeString(text, "{}");
        start(text, "text.json: must be an array of issuers");
        Files.writeString(text, "[\n  {,}]");
        assertThatThrownBy(() -> tokens(text)).hasMessageContaining("text.json: not JSON, at line 2, column ");
        Files.writeString(text, "[{\"name\": \"a\", \"name\": \"b\"}]");
        assertThatThrownBy(() -> tokens(text))
                .hasMessageStartingWith("SCIM08001")
                .hasMessageContaining("text.json: ");
    }

    private static void start(Path document, String sentence) {
        assertThatThrownBy(() -> tokens(document))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SCIM08001 The issuers of JWTs cannot be used. " + sentence);
    }

    private static JwtTokens tokens(Path document) {
        return new JwtTokens(
                new Configuration(Map.of("roster.jwt.issuers", document.toString())::get, Map.of()),
                new AccessPolicy());
    }

    @Test
    void without_the_setting_no_jwt_is_known() {
        JwtTokens none = new JwtTokens(new Configuration(name -> null, Map.of()), new AccessPolicy());
        assertThat(none.callerWith(new PresentedToken("a.b.c", "192.0.2.1"))).isEmpty();
    }
}
