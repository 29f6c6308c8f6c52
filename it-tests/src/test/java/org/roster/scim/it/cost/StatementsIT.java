package org.roster.scim.it.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.http.Workers;
import org.roster.scim.it.sample.GroupBuilder;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.server.ShippedWar;
import org.roster.scim.it.server.SqlStatement;
import org.roster.scim.it.server.StatementLog;

/**
 * The statements of the requests that providers send most: as many for a large group or page as for a small one, each by
 * an index. They are written to {@code target/statements} for people to read.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("postgresql")
class StatementsIT {

    private static final int LARGE_GROUP = 500;
    private static final Pattern BEHIND_AN_ID = Pattern.compile("\\bid ?> ?(\\(select )?\\$");
    private static final StatementReport REPORT = new StatementReport();
    private static final List<String> USERS = Collections.synchronizedList(new ArrayList<>());

    private final ScimHttp scim = ScimHttp.admin();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    /** Once for all tests; not earlier, because now the service is there. */
    @BeforeEach
    void createUsers() {
        if (USERS.isEmpty()) {
            Workers.each(
                    IntStream.rangeClosed(0, LARGE_GROUP).boxed().toList(),
                    n -> USERS.add(
                            scim.post("/Users", aUser().json()).expect(201).id()));
        }
    }

    @AfterAll
    static void writeReport() {
        REPORT.write();
    }

    @Test
    void a_get_by_id_takes_one_statement_whatever_the_number_of_groups() {
        String inOne = USERS.get(0);
        String inTwenty = USERS.get(1);
        groupOf(List.of(inOne));
        IntStream.range(0, 20).forEach(n -> groupOf(List.of(inTwenty)));

        List<SqlStatement> one = statementsOf(
                () -> assertThat(groups(scim.get("/Users/" + inOne))).isGreaterThanOrEqualTo(1));
        List<SqlStatement> twenty = statementsOf(
                () -> assertThat(groups(scim.get("/Users/" + inTwenty))).isGreaterThanOrEqualTo(20));

        assertThat(twenty).hasSize(1);
        eachUsesAnIndex("GET /Users/{id}, a user of 20 groups", twenty);
        assertThat(shapes(one)).isEqualTo(shapes(twenty));
    }

    @Test
    void a_lookup_by_user_name_takes_one_statement() {
        String name = scim.get("/Users/" + USERS.get(0)).textAt("/userName");

        List<SqlStatement> found =
                statementsOf(() -> assertThat(scim.get(target("/Users", "filter", "userName eq \"" + name + "\""))
                                .expect(200)
                                .totalResults())
                        .isEqualTo(1));

        assertThat(found).hasSize(1);
        eachUsesAnIndex("GET /Users?filter=userName eq \"...\"", found);
    }

    @Test
    void a_lookup_by_work_address_takes_one_statement() {
        String address = "statements@example.com";
        scim.post("/Users", aUser().withEmail("work", address).json()).expect(201);
        String filter = "emails[type eq \"work\" and value eq \"" + address + "\"]";

        List<SqlStatement> found = statementsOf(() -> assertThat(
                        scim.get(target("/Users", "filter", filter)).expect(200).totalResults())
                .isEqualTo(1));

        assertThat(found).hasSize(1);
        eachUsesAnIndex("GET /Users?filter=emails[type eq \"work\" and value eq \"...\"]", found);
    }

    @Test
    void a_lookup_that_finds_nobody_takes_one_statement() {
        List<SqlStatement> missed =
                statementsOf(() -> assertThat(scim.get(target("/Users", "filter", "userName eq \"nobody at all\""))
                                .expect(200)
                                .totalResults())
                        .isZero());

        assertThat(missed).hasSize(1);
    }

    @Test
    void a_create_takes_one_statement() {
        List<SqlStatement> create = statementsOf(() -> scim.post(
                        "/Users", aUser().withEnterprise("department", "Tour").json())
                .expect(201));

        assertThat(journalled(create)).hasSize(1);
    }

    @Test
    void a_deactivation_takes_two_statements() {
        String leaver = USERS.get(LARGE_GROUP);

        List<SqlStatement> patch = statementsOf(() -> scim.patch(
                        "/Users/" + leaver, aPatch().replace("active", "false").json())
                .expect(200));

        assertThat(journalled(patch)).hasSize(2);
        eachUsesAnIndex("PATCH /Users/{id}, active", patch);
    }

    @Test
    void a_password_costs_one_statement_where_the_login_changes_and_none_elsewhere() {
        String path = "/Users/"
                + scim.post("/Users", aUser().with("password", "t1meMa$heen").json())
                        .expect(201)
                        .id();

        List<SqlStatement> create = statementsOf(() -> scim.post(
                        "/Users", aUser().with("password", "t1meMa$heen").json())
                .expect(201));
        List<SqlStatement> title = statementsOf(() ->
                scim.patch(path, aPatch().replace("title", "\"Dr\"").json()).expect(200));
        List<SqlStatement> deactivate = statementsOf(() ->
                scim.patch(path, aPatch().replace("active", "false").json()).expect(200));

        assertThat(journalled(create)).hasSize(2);
        assertThat(journalled(title)).hasSize(2);
        assertThat(journalled(deactivate)).hasSize(3);
        eachUsesAnIndex("PATCH /Users/{id}, active, of a user with a password", deactivate);
    }

    @Test
    void a_group_without_its_members_does_not_touch_the_memberships() {
        String group = groupOf(USERS.subList(0, LARGE_GROUP));

        List<SqlStatement> read = statementsOf(() ->
                scim.get("/Groups/" + group + "?excludedAttributes=members").expect(200));

        assertThat(read).hasSize(1);
        assertThat(read.get(0).text()).doesNotContainIgnoringCase("scim_member");
    }

    @Test
    void a_member_add_takes_three_statements_whatever_the_size_of_the_group() {
        String newcomer = USERS.get(LARGE_GROUP);
        String small = groupOf(USERS.subList(0, 1));
        String large = groupOf(USERS.subList(0, LARGE_GROUP));

        List<SqlStatement> toSmall = statementsOf(() -> add(small, newcomer));
        List<SqlStatement> toLarge = statementsOf(() -> add(large, newcomer));

        assertThat(journalled(toLarge)).hasSize(3);
        eachUsesAnIndex("PATCH /Groups/{id}, one member added to 500", toLarge);
        assertThat(shapes(toSmall)).isEqualTo(shapes(toLarge));
    }

    @Test
    void a_first_page_takes_two_statements_whatever_its_length() {
        groupOf(USERS.subList(0, LARGE_GROUP));
        // The first one may find that the total has fallen far behind, and the driver asks what the columns are.
        page(20);

        List<SqlStatement> twenty = statementsOf(() -> page(20));
        List<SqlStatement> hundred = statementsOf(() -> page(100));

        assertThat(hundred).hasSize(2);
        eachUsesAnIndex("GET /Users?count=100, users of groups", hundred);
        assertThat(shapes(twenty)).isEqualTo(shapes(hundred));
    }

    @Test
    void a_page_by_index_is_read_behind_the_page_before_it() {
        page(1, 23);

        List<SqlStatement> unknown = statementsOf(() -> page(26, 23));
        List<SqlStatement> next = statementsOf(() -> page(24, 23));

        assertThat(unknown).noneMatch(StatementsIT::beginsBehindAnId);
        assertThat(next).hasSize(3).anyMatch(StatementsIT::beginsBehindAnId);
        eachUsesAnIndex("GET /Users?startIndex=24&count=23, after startIndex=1", next);
    }

    private static boolean beginsBehindAnId(SqlStatement statement) {
        return BEHIND_AN_ID.matcher(statement.text()).find();
    }

    private static List<SqlStatement> statementsOf(Runnable request) {
        try (StatementLog log = StatementLog.start()) {
            request.run();
            return log.statements().stream()
                    .filter(statement -> !namesProtectedGroups(statement))
                    .toList();
        }
    }

    /** Which groups are protected is asked for once in five seconds, by whichever request comes then. */
    private static boolean namesProtectedGroups(SqlStatement statement) {
        return statement.values().values().stream().anyMatch(value -> value.contains("scim-protected"));
    }

    /** The journal has its row with the resource, in the same statement. */
    private static List<SqlStatement> journalled(List<SqlStatement> statements) {
        assertThat(statements)
                .filteredOn(statement -> statement.text().contains("scim_change"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.text())
                        .startsWith("with first_change as (")
                        .containsOnlyOnce("insert into scim_change ("));
        return statements;
    }

    private static List<String> shapes(List<SqlStatement> statements) {
        return statements.stream().map(SqlStatement::shape).toList();
    }

    private static void eachUsesAnIndex(String request, List<SqlStatement> statements) {
        try (LargeDirectory directory = new LargeDirectory()) {
            REPORT.add(request, statements, directory);
            assertThat(statements)
                    .filteredOn(statement -> !statement.text().matches("insert into \\w+ \\([^)]*\\) values .*"))
                    .isNotEmpty()
                    .allSatisfy(statement -> usesAnIndex(directory.plan(statement)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each scan has a condition on its index, and none reads a table. */
    private static void usesAnIndex(List<String> plan) {
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        List<String> scans = plan.stream()
                .filter(line -> line.matches(".*Index (Only )?Scan.*"))
                .toList();
        assertThat(scans).as(String.join("\n", plan)).isNotEmpty();
        assertThat(plan.stream().filter(line -> line.contains("Index Cond: ")))
                .as(String.join("\n", plan))
                .hasSameSizeAs(scans);
    }

    private String groupOf(List<String> members) {
        GroupBuilder group = aGroup();
        members.forEach(group::withMember);
        return scim.post("/Groups?attributes=id", group.json()).expect(201).id();
    }

    private void add(String group, String user) {
        scim.patch(
                        "/Groups/" + group,
                        aPatch().add("members", PatchBuilder.members(List.of(user)))
                                .json())
                .expect(204);
    }

    private void page(int count) {
        page(1, count);
    }

    private void page(int startIndex, int count) {
        ScimAnswer page =
                scim.get("/Users?startIndex=" + startIndex + "&count=" + count).expect(200);
        assertThat(page.resources()).hasSize(count);
    }

    private static int groups(ScimAnswer user) {
        return user.expect(200).json().getJsonArray("groups").size();
    }
}
