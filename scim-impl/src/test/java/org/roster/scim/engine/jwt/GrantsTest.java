package org.roster.scim.engine.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.spi.Caller;

/** Who somebody is by the claims of his token, and what it is good for. */
class GrantsTest {

    private static final List<String> NAMES = List.of("azp", "appid", "client_id", "sub");

    private static Optional<Caller> caller(String rolesClaim, String claims) {
        return new Grants(
                        rolesClaim,
                        Map.of("write", Set.of("scim-admin"), "read", Set.of("scim-read", "scim-self")),
                        NAMES,
                        Caller.Bounds.NONE)
                .callerOf("idp", new Claims(JsonText.object(claims)));
    }

    private static Set<String> roles(String rolesClaim, String claims) {
        return caller(rolesClaim, claims).orElseThrow().roles();
    }

    @Test
    void only_values_that_are_named_grant_something() {
        assertThat(roles("roles", "{'sub': 'x', 'roles': ['write', 'other']}")).containsExactly("scim-admin");
        assertThat(roles("roles", "{'sub': 'x', 'roles': ['scim-admin', 'WRITE', 'write ', 1, ['write']]}"))
                .isEmpty();
        assertThat(roles("roles", "{'sub': 'x'}")).isEmpty();
        assertThat(roles("roles", "{'sub': 'x', 'roles': {'write': true}}")).isEmpty();
        assertThat(roles("roles", "{'sub': 'x', 'roles': true}")).isEmpty();
    }

    @Test
    void a_claim_may_be_a_text_with_blanks_or_lie_deeper_or_have_dots_in_its_name() {
        assertThat(roles("scope", "{'sub': 'x', 'scope': 'openid  read write'}"))
                .containsExactlyInAnyOrder("scim-admin", "scim-read", "scim-self");
        assertThat(roles("scope", "{'sub': 'x', 'scope': 'readwrite'}")).isEmpty();
        assertThat(roles("realm_access.roles", "{'sub': 'x', 'realm_access': {'roles': ['write']}}"))
                .containsExactly("scim-admin");
        assertThat(roles("realm_access.roles", "{'sub': 'x', 'realm_access': ['write']}"))
                .isEmpty();
        assertThat(roles("https://a.example/roles", "{'sub': 'x', 'https://a.example/roles': ['write']}"))
                .containsExactly("scim-admin");
    }

    @Test
    void the_name_is_that_of_the_client_before_that_of_the_subject_and_begins_with_the_issuers() {
        assertThat(caller("r", "{'sub': 's', 'client_id': 'c', 'appid': 'a', 'azp': 'z'}")
                        .orElseThrow()
                        .name())
                .isEqualTo("idp:z");
        assertThat(caller("r", "{'sub': 's', 'client_id': 'c'}").orElseThrow().name())
                .isEqualTo("idp:c");
        assertThat(caller("r", "{'sub': 's'}").orElseThrow().name()).isEqualTo("idp:s");
        assertThat(caller("r", "{'sub': 1}")).isEmpty();
        assertThat(caller("r", "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a\nSCIM01003 forged", "a\rb", "a\tb", "a\u2028b", "a\u202eb", "a\u200bb", "a\u0085b"})
    void a_name_that_would_forge_a_line_of_the_log_is_none(String name) {
        Claims claims = new Claims(
                jakarta.json.Json.createObjectBuilder().add("sub", name).build());
        Grants grants = new Grants("roles", Map.of(), NAMES, Caller.Bounds.NONE);
        assertThat(grants.callerOf("idp", claims)).isEmpty();
        claims = new Claims(jakarta.json.Json.createObjectBuilder()
                .add("sub", "x".repeat(201))
                .build());
        assertThat(grants.callerOf("idp", claims)).isEmpty();
    }
}
