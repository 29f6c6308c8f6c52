package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.engine.database.Chain;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** Statements that follow another one, and what the store makes of them. */
interface ChainContract {

    /** More than fit into a chain that goes as one. */
    int MANY = 2_000;

    Transactions transactions();

    JpaResourceStore store();

    private Directory directory() {
        return new Directory(store(), "chain-" + UUID.randomUUID());
    }

    private List<?> rows(String statement, Object... values) {
        return transactions().call(em -> NativeQueries.list(em, statement, Parameters.of(values)));
    }

    private String tenant() {
        String name = "chain-" + UUID.randomUUID();
        transactions()
                .call(em -> NativeQueries.execute(
                        em,
                        "insert into scim_tenant (name, state, created, created_by) values (?1, 'active', 7, 'me')",
                        Parameters.of(name)));
        return name;
    }

    /** Suspends a tenant in a certain state, counts its users anew, and copies what it finds. */
    private boolean run(int size, String tenant, String state, String copied) {
        return transactions().call(em -> {
            Chain chain = Chain.of(em, size);
            Parameters parameters = chain.parameters();
            chain.first(
                    "update scim_tenant set state = 'suspended' where name = " + parameters.add(tenant)
                            + " and state = " + parameters.add(state),
                    parameters,
                    "name, created");
            Parameters rows = chain.parameters();
            chain.insert(
                    "scim_total",
                    "tenant, wave",
                    rows.add(tenant) + ", 1",
                    List.of(
                            new Chain.Column("type", "text", List.of("a", "b", "gone")),
                            new Chain.Column("total", "integer", List.of(1, 2, 3)),
                            new Chain.Column("moves", "integer", List.of(0, 0, 0))),
                    rows);
            Parameters copy = chain.parameters();
            chain.insertFound(
                    "scim_total (tenant, type, wave, total, moves)",
                    "select t.name, 'copied', 1, t.created, 0 from " + chain.source("scim_tenant")
                            + " t where t.name = " + copy.add(copied),
                    copy);
            return chain.run();
        });
    }

    private List<Integer> totals(String tenant) {
        return rows("select total from scim_total where tenant = ?1 order by type", tenant).stream()
                .map(total -> ((Number) total).intValue())
                .toList();
    }

    /** How large a chain may be that goes as one, and one that does not. */
    static Stream<Integer> sizes() {
        return Stream.of(0, 1_000_000);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    default void all_follow_the_first_statement(int size) {
        String tenant = tenant();

        assertThat(run(size, tenant, "active", tenant)).isTrue();

        assertThat(totals(tenant)).containsExactly(1, 2, 7, 3);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    default void nothing_follows_a_statement_that_changes_nothing(int size) {
        String tenant = tenant();

        assertThat(run(size, tenant, "deleted", tenant)).isFalse();

        assertThat(totals(tenant)).isEmpty();
        assertThat(rows("select state from scim_tenant where name = ?1", tenant))
                .isEqualTo(List.of("active"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    default void the_last_one_says_whether_it_changed_anything(int size) {
        String tenant = tenant();

        assertThat(run(size, tenant, "active", "another tenant")).isFalse();

        assertThat(totals(tenant)).containsExactly(1, 2, 3);
        assertThat(rows("select state from scim_tenant where name = ?1", tenant))
                .isEqualTo(List.of("suspended"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    default void deletions_and_changes_depend_on_the_first_one_too(int size) {
        String tenant = tenant();
        run(size, tenant, "active", tenant);

        assertThat(clear(size, tenant, "active")).isFalse();
        assertThat(totals(tenant)).containsExactly(1, 2, 7, 3);
        assertThat(clear(size, tenant, "suspended")).isTrue();
        assertThat(totals(tenant)).containsExactly(9, 7, 3);
    }

    private boolean clear(int size, String tenant, String state) {
        return transactions().call(em -> {
            Chain chain = Chain.of(em, size);
            Parameters parameters = chain.parameters();
            chain.first(
                    "update scim_tenant set created = 8 where name = " + parameters.add(tenant) + " and state = "
                            + parameters.add(state),
                    parameters,
                    "name");
            Parameters deletion = chain.parameters();
            chain.change("delete from scim_total where tenant = " + deletion.add(tenant) + " and type = 'b'", deletion);
            Parameters change = chain.parameters();
            chain.change(
                    "update scim_total set total = 9 where tenant = " + change.add(tenant) + " and type = 'a'", change);
            return chain.run();
        });
    }

    @ParameterizedTest
    @MethodSource("sizes")
    default void a_first_statement_may_stand_alone(int size) {
        String tenant = tenant();

        boolean changed = transactions().call(em -> {
            Chain chain = Chain.of(em, size);
            Parameters parameters = chain.parameters();
            chain.first("delete from scim_tenant where name = " + parameters.add(tenant), parameters, "name");
            return chain.run();
        });

        assertThat(changed).isTrue();
        assertThat(rows("select state from scim_tenant where name = ?1", tenant))
                .isEmpty();
    }

    @Test
    default void a_value_may_hold_what_looks_like_syntax() {
        Directory directory = directory();
        String odd = "a,\"b\"\\{c} null\\\" 'd' ?1 \u00e9\ud83d\ude00";
        ScimResource user = directory.create(aUser("odd").with("title", odd).with("nickName", "NULL"));

        assertThat(rows(
                        "select index_key from scim_value where resource_id = ?1 and index_key like 'title=%'",
                        user.id()))
                .isEqualTo(List.of("title=" + odd.toLowerCase(Locale.ROOT)));
        assertThat(rows(
                        "select index_key from scim_value where resource_id = ?1 and index_key like 'nick%'",
                        user.id()))
                .isEqualTo(List.of("nickName=null"));
    }

    @Test
    default void a_row_that_stays_and_sorts_no_more_is_changed() {
        Directory directory = directory();
        ScimResource user = directory.create(
                aUser("traded").withPrimaryEmail("work", "b@x.org").withEmail("home", "a@x.org"));
        ScimResource other = directory.create(aUser("other").withPrimaryEmail("work", "a@y.org"));
        Sort byAddress = Sort.by(USER.resolve(AttributePath.of("emails")).orElseThrow(), true);

        directory.patch(
                user,
                "[{'op': 'replace', 'path': 'emails[type eq \\\"work\\\"].primary', 'value': false},"
                        + " {'op': 'replace', 'path': 'emails[type eq \\\"home\\\"].primary', 'value': true}]");

        assertThat(directory
                        .query(USER, "emails pr", byAddress, Directory.EVERYTHING)
                        .resources())
                .extracting(ScimResource::id)
                .containsExactly(user.id(), other.id());
        assertThat(rows(
                        "select index_key from scim_value where resource_id = ?1 and sort_first = 1 and index_key like 'emails.value=%'",
                        user.id()))
                .isEqualTo(List.of("emails.value=a@x.org"));
    }

    @Test
    default void a_name_whose_case_changes_stays_ones_own() {
        Directory directory = directory();
        ScimResource user = directory.create(aUser("dora"));

        directory.patch(user, "[{'op': 'replace', 'path': 'userName', 'value': 'Dora'}]");

        assertThat(directory.read(user).text("userName")).contains("Dora");
        refused(() -> directory.create(aUser("DORA"))).as(409, "uniqueness");
    }

    @Test
    default void a_resource_may_have_thousands_of_values() {
        Directory directory = directory();
        ScimResource user = directory.create(aUser("many").with("roles", roles(0)));

        directory.patch(user, "[{'op': 'replace', 'path': 'roles', 'value': " + roles(MANY) + "}]");

        assertThat(rows(
                        "select index_key from scim_value where resource_id = ?1 and index_key like 'roles.value=%'",
                        user.id()))
                .extracting(Object::toString)
                .hasSize(MANY)
                .contains("roles.value=r" + (2 * MANY - 1));
        assertThat(directory
                        .query(USER, "roles.value eq \"r" + MANY + "\"", Sort.BY_ID, Directory.EVERYTHING)
                        .resources())
                .extracting(ScimResource::id)
                .containsExactly(user.id());
    }

    private static JsonArray roles(int first) {
        return JsonText.array(IntStream.range(first, first + MANY)
                .mapToObj(n -> "{'value': 'r" + n + "'}")
                .collect(Collectors.joining(", ", "[", "]")));
    }
}
