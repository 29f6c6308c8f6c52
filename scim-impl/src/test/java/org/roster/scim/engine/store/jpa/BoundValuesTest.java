package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/**
 * No value of a client is ever part of a statement's text. EclipseLink writes them in where it thinks that a database cannot
 * bind them, on H2 for every EXISTS, CASE and ESCAPE; H2 tells which statements it was given.
 */
@ExtendWith(Databases.class)
@Tag("P-3.4.2.2-18")
@Tag("P-7.7-01")
class BoundValuesTest {

    private static final String VALUE = "zq'\\ %_\"x";

    private final Transactions transactions;
    private final Directory directory;

    BoundValuesTest(Databases.OnH2 database) {
        transactions = database.transactions();
        directory = new Directory(database.store(), "zq-tenant-" + UUID.randomUUID());
    }

    @BeforeEach
    void record() {
        statistics("true");
    }

    @AfterEach
    void rest() {
        statistics("false");
    }

    private void statistics(String on) {
        transactions.call(
                em -> em.createNativeQuery("set query_statistics " + on).executeUpdate());
    }

    private String statements() {
        return transactions.call(BoundValuesTest::statements);
    }

    private static String statements(EntityManager em) {
        List<?> statements = em.createNativeQuery("select sql_statement from information_schema.query_statistics")
                .getResultList();
        return statements.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void values_of_filters_are_bound_in_every_order() {
        ScimResource user = directory.create(aUser("zq-user")
                .with("title", VALUE)
                .withEmail("zq-kind", VALUE)
                .with("nickName", "zq-nick"));
        String value = "\"zq'\\\\ %_\\\"x\"";
        Stream.of("eq", "sw", "co", "ew", "ge", "le").forEach(operator -> {
            String filter = "title " + operator + " " + value + " and emails[type eq \"zq-kind\" and value " + operator
                    + " " + value + "] and not (emails[type eq \"zq-other\" or value eq \"zq-none\"])";
            for (Sort sort : sorts()) {
                assertThat(found(filter, sort)).as(filter).containsExactly(user);
            }
        });
        assertThat(statements()).contains("EXISTS", "ESCAPE", "scim_value").doesNotContainIgnoringCase("zq");
    }

    @Test
    void ids_of_members_and_the_places_of_cursors_are_bound() {
        ScimResource user = directory.create(aUser("zq-user").with("title", "zq-b"));
        directory.create(aUser("zq-other").with("title", "zq-a"));
        directory.create(aGroup("zq-group").withMember(user));
        directory.query(
                GROUP, "members.value eq \"zq'\" or members[value eq \"zq\"]", Sort.BY_ID, new Page.ByIndex(1, 5));
        for (Sort sort : sorts()) {
            QueryResult page = directory.query(USER, "id pr", sort, new Page.ByCursor(Position.START, 1));
            Optional<Position> next = page.next();
            while (next.isPresent()) {
                page = directory.query(USER, "id ne \"zq\"", sort, new Page.ByCursor(next.get(), 1));
                next = page.next();
            }
        }
        assertThat(statements()).contains("scim_member").doesNotContainIgnoringCase("zq");
    }

    @Test
    void what_is_written_is_bound() {
        ScimResource boss = directory.create(aUser("zq-boss"));
        ScimResource user = directory.create(aUser("zq-user").with("title", VALUE));
        ScimResource group = directory.create(aGroup("zq-group").withMember(user));
        directory.patch(group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + boss.id() + "'}]}]");
        directory.patch(group, "[{'op': 'remove', 'path': 'members[value eq \\\"" + boss.id() + "\\\"]'}]");
        directory.replace(user, aUser("zq-other").with("title", "zq-title").withEmail("zq", "zq@x.org"));
        directory.patch(user, "[{'op': 'remove', 'path': 'emails[type eq \\\"zq\\\"]'}]");
        directory.delete(boss);
        directory.delete(user);
        assertThat(statements()).contains("scim_member", "scim_unique").doesNotContainIgnoringCase("zq");
    }

    private static List<Sort> sorts() {
        return Stream.of("id", "meta.created", "meta.resourceType", "title", "emails.value", "nickName")
                .flatMap(name -> Stream.of(true, false).map(ascending -> Sort.by(path(USER, name), ascending)))
                .toList();
    }

    private List<ScimResource> found(String filter, Sort sort) {
        QueryResult byIndex = directory.query(USER, filter, sort, new Page.ByIndex(1, 10));
        QueryResult byCursor = directory.query(USER, filter, sort, new Page.ByCursor(Position.START, 10));
        assertThat(byCursor).isEqualTo(byIndex);
        return byIndex.resources();
    }
}
