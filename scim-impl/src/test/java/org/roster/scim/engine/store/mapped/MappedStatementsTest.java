package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.engine.patch.PatchUpdate;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;

/** How many statements a request takes does not depend on how many rows there are. */
@ParameterizedClass
@EnumSource(
        value = Product.On.class,
        names = {"ECLIPSELINK_H2", "HIBERNATE_H2"})
class MappedStatementsTest {

    private static final RequestContext CONTEXT = new RequestContext("acme", new Caller("test", Set.of("scim-admin")));

    private final CountedStatements counted = new CountedStatements();
    private final MappedResourceStore store;
    private final Scim scim;

    MappedStatementsTest(Product.On on) {
        store = Product.counted(on, counted).store();
        scim = new Scim(store, "acme");
    }

    private ScimResource user(int number) {
        return scim.user("{'userName': 'u" + number + "', 'ims': [{'value': 'a'}, {'value': 'b'}], 'phoneNumbers':"
                + " [{'type': 'work', 'value': '" + number + "'}]}");
    }

    private static Projection only(String... paths) {
        return new Projection(
                Projection.Mode.ONLY,
                Set.of(paths).stream()
                        .map(p -> Product.Types.USER.resolve(p).orElseThrow())
                        .collect(Collectors.<ResolvedPath>toSet()));
    }

    @Test
    void a_user_is_read_by_one_statement_or_by_one_for_each_list_and_one_for_the_version() {
        ResourceKey key = new ResourceKey(Product.Types.USER, user(1).id());
        counted.begin();

        assertThat(store.read(CONTEXT, key, only("userName", "name", "emails"))).isPresent();
        assertThat(counted.texts()).hasSize(1);

        assertThat(store.read(CONTEXT, key, only("userName", "ims", "phoneNumbers")))
                .isPresent();
        assertThat(counted.texts()).hasSize(1 + 4);
    }

    @Test
    void a_page_takes_as_many_statements_for_a_hundred_rows_as_for_five() {
        IntStream.range(0, 5).forEach(this::user);
        List<String> five = page();
        IntStream.range(5, 100).forEach(this::user);

        assertThat(page()).hasSameSizeAs(five).hasSizeLessThan(7);
    }

    private List<String> page() {
        counted.begin();
        Query.Order order = new Query.Order(Sort.BY_ID, new Page.ByIndex(1, 101));
        store.query(CONTEXT, Query.of(Product.Types.USER, Filter.ALL, order, Projection.DEFAULT));
        return counted.texts();
    }

    @Test
    void adding_a_member_reads_as_many_rows_whoever_is_a_member_already() {
        List<Integer> statements = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int members : List.of(2, 30)) {
            ScimResource group = scim.group("{'displayName': 'G'}");
            for (int i = 0; i < members; i++) {
                add(group, user(members * 100 + i));
            }
            ScimResource another = user(members * 100 + 99);
            counted.begin();
            add(group, another);
            statements.add(counted.texts().size());
            rows.add(counted.rows());
        }

        assertThat(statements.get(1)).isEqualTo(statements.get(0));
        assertThat(rows.get(1)).isEqualTo(rows.get(0));
    }

    @Test
    void many_members_come_and_go_with_as_many_reads_as_few() {
        ScimResource group = scim.group("{'displayName': 'G'}");
        List<List<String>> reads = new ArrayList<>();
        for (int number : List.of(2, 30)) {
            List<ScimResource> members = IntStream.range(0, number)
                    .mapToObj(i -> user(1000 * number + i))
                    .toList();
            String values =
                    members.stream().map(m -> "{'value': '" + m.id() + "'}").collect(Collectors.joining(", "));
            counted.begin();
            patch(group, "[{'op': 'add', 'path': 'members', 'value': [" + values + "]}]");
            patch(group, "[{'op': 'remove', 'path': 'members', 'value': [" + values + "]}]");
            scim.delete(scim.group("{'displayName': 'H', 'members': [" + values + "]}"));
            reads.add(reads());
        }

        assertThat(reads.get(1)).hasSameSizeAs(reads.get(0));
    }

    /** Without those that fetch numbers for new rows, some at a time. */
    private List<String> reads() {
        return counted.texts().stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.startsWith("select") && !text.contains("sequence") && !text.contains("next value"))
                .toList();
    }

    private void add(ScimResource group, ScimResource member) {
        patch(group, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + member.id() + "'}]}]");
    }

    private void patch(ScimResource group, String operations) {
        ResourceKey key = new ResourceKey(Product.Types.GROUP, group.id());
        store.update(
                CONTEXT,
                key,
                new PatchUpdate(
                        key.type(),
                        PatchCompiler.compile(key.type(), Directory.request(operations)),
                        Precondition.NONE),
                Projection.MINIMAL);
    }
}
