package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.AttributeAccess;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/** What roles permit: those of the service, and those of a file. */
class AccessPolicyTest {

    @TempDir
    private Path folder;

    private AccessPolicy policy(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.json"), json.replace('\'', '"'));
        Configuration configuration = new Configuration(Map.of("roster.policy", file.toString())::get, Map.of());
        return new AccessPolicy(configuration, TestSchemas.REGISTRY);
    }

    private static RequestContext caller(String... roles) {
        return new RequestContext("t", new Caller("c", Set.of(roles)));
    }

    private static Set<String> names(Set<ResolvedPath> paths) {
        return paths.stream().map(ResolvedPath::toString).collect(Collectors.toSet());
    }

    private static List<String> permitted(RoleAuthorizer authorizer, ResourceType type, String... roles) {
        return List.of(Operation.values()).stream()
                .filter(o -> authorizer.decide(caller(roles), o, type).permitted())
                .map(Operation::name)
                .toList();
    }

    @Test
    void a_writer_may_do_all_but_write_what_grants_something() {
        RoleAuthorizer authorizer = new RoleAuthorizer();
        assertThat(permitted(authorizer, USER, "scim-write")).hasSize(Operation.values().length);
        AttributeAccess access = authorizer.attributes(caller("scim-write"), USER);
        assertThat(access.hidden()).isEmpty();
        assertThat(names(access.locked())).containsExactlyInAnyOrder("roles", "entitlements");
        assertThat(authorizer.attributes(caller("scim-write"), GROUP)).isEqualTo(AttributeAccess.WHOLE);
    }

    @Test
    void the_role_for_granting_adds_that_and_nothing_else() {
        RoleAuthorizer authorizer = new RoleAuthorizer();
        assertThat(permitted(authorizer, USER, "scim-grant")).isEmpty();
        assertThat(permitted(authorizer, USER, "scim-protected")).isEmpty();
        assertThat(authorizer.attributes(caller("scim-write", "scim-grant"), USER))
                .isEqualTo(AttributeAccess.WHOLE);
        assertThat(authorizer.attributes(caller("scim-admin"), USER)).isEqualTo(AttributeAccess.WHOLE);
    }

    @Test
    void a_credential_for_some_types_is_good_for_no_other() {
        RequestContext bound = new RequestContext(
                "t", new Caller("c", Set.of("scim-admin"), new Caller.Bounds(Optional.empty(), Set.of("Group"))));
        RoleAuthorizer authorizer = new RoleAuthorizer();
        for (Operation operation : Operation.values()) {
            assertThat(authorizer.decide(bound, operation, USER).permitted()).isFalse();
            assertThat(authorizer.decide(bound, operation, GROUP).permitted()).isTrue();
        }
    }

    @Test
    void a_role_of_a_file_permits_what_it_names_and_hides_the_rest() throws IOException {
        RoleAuthorizer authorizer = new RoleAuthorizer(policy("{'helpdesk': {'resourceTypes': ['User'],"
                + " 'operations': ['read', 'query', 'patch'], 'read': ['userName', 'NAME', 'active'],"
                + " 'write': ['active']}}"));
        assertThat(permitted(authorizer, USER, "helpdesk")).containsExactly("READ", "QUERY", "PATCH");
        assertThat(permitted(authorizer, GROUP, "helpdesk")).isEmpty();
        AttributeAccess access = authorizer.attributes(caller("helpdesk"), USER);
        Set<String> all = USER.attributes().map(ResolvedPath::toString).collect(Collectors.toSet());
        assertThat(names(access.hidden()))
                .doesNotContain("userName", "name", "active", "id", "meta", "schemas")
                .contains("emails", "groups", "externalId", TestSchemas.ENTERPRISE + ":manager")
                .hasSize(all.size() - 6);
        assertThat(names(access.locked())).doesNotContain("active").contains("userName", "roles");
    }

    @Test
    void a_star_means_all_but_the_exceptions_and_roles_add_up() throws IOException {
        RoleAuthorizer authorizer = new RoleAuthorizer(policy("{'a': {'operations': ['read'], 'read': ['*', '!emails',"
                + " '!" + TestSchemas.ENTERPRISE + ":manager']}, 'b': {'operations': ['query'], 'read': ['emails']}}"));
        assertThat(names(authorizer.attributes(caller("a"), USER).hidden()))
                .containsExactlyInAnyOrder("emails", TestSchemas.ENTERPRISE + ":manager");
        assertThat(names(authorizer.attributes(caller("a", "b"), USER).hidden()))
                .containsExactly(TestSchemas.ENTERPRISE + ":manager");
        assertThat(permitted(authorizer, USER, "a", "b")).containsExactly("READ", "QUERY");
    }

    @Test
    void a_part_of_an_attribute_can_be_named() throws IOException {
        RoleAuthorizer authorizer = new RoleAuthorizer(policy("{'a': {'operations': ['read'],"
                + " 'read': ['userName', 'name.givenName', 'name.formatted'], 'write': ['*', '!name.familyName']},"
                + " 'b': {'operations': ['read'], 'read': ['name.familyName']}}"));
        Set<String> hidden = names(authorizer.attributes(caller("a"), USER).hidden());
        assertThat(hidden)
                .contains("name.familyName", "name.middleName", "emails")
                .doesNotContain("name", "name.givenName", "name.formatted", "emails.value", "meta", "meta.version");
        assertThat(names(authorizer.attributes(caller("a", "b"), USER).hidden()))
                .contains("name.middleName")
                .doesNotContain("name", "name.givenName", "name.familyName");
        assertThat(names(authorizer.attributes(caller("a"), USER).locked())).containsExactly("name.familyName");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1]                                             | send a JSON object
            {'scim-admin': {}}                              | scim-admin
            {'a b': {}}                                     | a b
            {'a': []}                                       | must be an object
            {'a': {'operation': ['read']}}                  | there are operations, read, resourceTypes, write
            {'a': {'operations': ['delet']}}                | delet
            {'a': {'operations': 'read'}}                   | must be a list of texts
            {'a': {'operations': [1]}}                      | must be a list of texts
            {'a': {'resourceTypes': ['Users']}}             | there is no resource type
            {'a': {'read': ['emial']}}                      | emial
            {'a': {'read': ['name.familyNmae']}}            | name.familyNmae
            {'a': {'write': ['members.value']}}             | as a whole or not at all
            {'a': {'write': ['*', '!members.display']}}     | as a whole or not at all
            {'a': {'read': ['!emails']}}                    | needs
            {'a': {'read': ['*', 'emails']}}                | only exceptions can stand
            {'a': {'resourceTypes': ['Group'], 'read': ['emails']}} | emails
            """)
    void a_mistake_ends_the_start_with_a_sentence(String json, String part) {
        assertThatThrownBy(() -> policy(json))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("SCIM03008 The policy ")
                .hasMessageContaining("policy.json")
                .hasMessageContaining(part);
    }

    @Test
    void a_file_that_is_not_there_ends_the_start() {
        Configuration configuration =
                new Configuration(Map.of("roster.policy", folder.resolve("none").toString())::get, Map.of());
        assertThatThrownBy(() -> new AccessPolicy(configuration, TestSchemas.REGISTRY))
                .hasMessageStartingWith("SCIM03008 ");
    }
}
