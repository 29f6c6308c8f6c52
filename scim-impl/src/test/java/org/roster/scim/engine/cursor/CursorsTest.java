package org.roster.scim.engine.cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.path;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.filter.Filter;
import org.roster.scim.fixture.Directory;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;

/** Cursors are given to clients and come back unchanged, or not at all (RFC 9865 §2, §5). */
class CursorsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00.700Z");
    private static final RequestContext CONTEXT = context("t", "ada", "scim-read", "scim-admin");
    private static final Query QUERY = query("title pr", Sort.by(path(USER, "title"), true), 10);
    private static final Cursor CURSOR = new Cursor(
            Position.after(new Edge(Optional.of("l\u00f6wenherz \uD83D\uDE00"), "id-1")),
            10,
            OptionalLong.of(4_000_000_000L));

    private final Cursors cursors = at(NOW, 1);

    private static RequestContext context(String tenant, String caller, String... roles) {
        return new RequestContext(tenant, new Caller(caller, Set.of(roles)));
    }

    private static Query query(String filter, Sort sort, int count) {
        return query(new Selection(USER, Directory.filter(USER, filter), Projection.DEFAULT), sort, count);
    }

    private static Query query(Selection selection, Sort sort, int count) {
        return new Query(List.of(selection), new Query.Order(sort, new Page.ByCursor(Position.START, count)));
    }

    /** A node of the service, at a time, with a key. */
    private static Cursors at(Instant time, int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        Configuration configuration = new Configuration(Map.of("roster.cursor.timeout", "60")::get, Map.of());
        return new Cursors(name -> bytes.clone(), configuration, Clock.fixed(time, ZoneOffset.UTC));
    }

    static Stream<Cursor> whatACursorMaySay() {
        Edge keyed = new Edge(Optional.of("\u0000 \u00e9"), "a");
        Edge unkeyed = new Edge(Optional.empty(), "");
        return Stream.of(
                CURSOR,
                new Cursor(Position.before(keyed), 10, OptionalLong.empty()),
                new Cursor(Position.after(unkeyed), 10, OptionalLong.of(0)),
                new Cursor(Position.START, 10, OptionalLong.of(7)),
                new Cursor(Position.END, 10, OptionalLong.of(7)));
    }

    @ParameterizedTest
    @MethodSource("whatACursorMaySay")
    @Tag("C-2-03")
    void a_cursor_comes_back_as_it_was_given(Cursor cursor) {
        assertThat(cursors.open(cursors.close(cursor, CONTEXT, QUERY), CONTEXT, QUERY))
                .isEqualTo(cursor);
    }

    @Test
    @Tag("C-2-02")
    void a_cursor_can_stand_in_a_url_and_is_short() {
        Edge longest = new Edge(Optional.of("\u4E2D".repeat(1_000)), "0".repeat(36));
        for (int i = 0; i < 50; i++) {
            assertThat(cursors.close(CURSOR, CONTEXT, QUERY)).matches("[A-Za-z0-9_~.-]{50,200}");
            assertThat(cursors.close(new Cursor(Position.after(longest), 10, OptionalLong.empty()), CONTEXT, QUERY))
                    .matches("[A-Za-z0-9_~.-]{50,1400}");
        }
    }

    @Test
    @Tag("C-5.2-02")
    void a_cursor_shows_nobody_what_is_in_it() {
        String text = cursors.close(CURSOR, CONTEXT, QUERY);
        String bytes = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        assertThat(bytes).doesNotContain("wenherz", "id-1");
        assertThat(cursors.close(CURSOR, CONTEXT, QUERY)).isNotEqualTo(text);
    }

    @Test
    @Tag("C-5.3-01")
    void every_node_takes_the_cursors_of_the_others_also_after_a_restart() {
        String text = at(NOW, 1).close(CURSOR, CONTEXT, QUERY);
        assertThat(at(NOW.plusSeconds(30), 1).open(text, CONTEXT, QUERY)).isEqualTo(CURSOR);
        refused(() -> at(NOW, 2).open(text, CONTEXT, QUERY)).as(400, "invalidCursor");
    }

    @Test
    @Tag("C-2.1-01")
    void a_cursor_expires_and_not_too_early() {
        String text = cursors.close(CURSOR, CONTEXT, QUERY);
        assertThat(at(NOW.plusSeconds(60), 1).open(text, CONTEXT, QUERY)).isEqualTo(CURSOR);
        refused(() -> at(NOW.plusSeconds(62), 1).open(text, CONTEXT, QUERY))
                .as(400, "expiredCursor")
                .saying("60 seconds", "empty cursor");
    }

    @Test
    @Tag("C-2.1-01")
    @Tag("C-2-06")
    void another_count_than_that_of_the_first_page_is_refused() {
        String text = cursors.close(CURSOR, CONTEXT, QUERY);
        for (int count : List.of(0, 9, 11)) {
            Query other = QUERY.at(new Page.ByCursor(Position.START, count));
            refused(() -> cursors.open(text, CONTEXT, other))
                    .as(400, "invalidCount")
                    .saying("10", String.valueOf(count));
        }
    }

    /** Each differs in one thing from what the cursor was given for. */
    @Nested
    @Tag("C-2-06")
    @Tag("C-5.2-01")
    @Tag("C-5.2-02")
    class IsGoodForOneViewOnly {

        private final String text = cursors.close(CURSOR, CONTEXT, QUERY);

        private void isNotGoodFor(RequestContext context, Query query) {
            refused(() -> cursors.open(text, context, query)).as(400, "invalidCursor");
        }

        @Test
        void not_for_another_tenant() {
            isNotGoodFor(context("u", "ada", "scim-read", "scim-admin"), QUERY);
        }

        @Test
        void not_for_another_caller() {
            isNotGoodFor(context("t", "bob", "scim-read", "scim-admin"), QUERY);
        }

        @Test
        void not_for_the_same_caller_when_his_roles_have_changed() {
            isNotGoodFor(context("t", "ada", "scim-read"), QUERY);
            isNotGoodFor(context("t", "ada"), QUERY);
        }

        @Test
        void not_for_another_filter() {
            isNotGoodFor(CONTEXT, query("title eq \"x\"", QUERY.order().sort(), 10));
            isNotGoodFor(CONTEXT, QUERY.with(s -> s.with(Filter.ALL)));
        }

        @Test
        void not_for_another_order() {
            isNotGoodFor(CONTEXT, query("title pr", Sort.by(path(USER, "title"), false), 10));
            isNotGoodFor(CONTEXT, query("title pr", Sort.by(path(USER, "nickName"), true), 10));
            isNotGoodFor(CONTEXT, query("title pr", Sort.BY_ID, 10));
        }

        @Test
        void not_for_other_attributes() {
            Selection selection = QUERY.selections().get(0);
            for (Projection.Mode mode : Projection.Mode.values()) {
                Projection projection = new Projection(mode, Set.of(path(USER, "title")));
                isNotGoodFor(
                        CONTEXT,
                        query(
                                new Selection(USER, selection.filter(), projection),
                                QUERY.order().sort(),
                                10));
            }
        }

        @Test
        void not_for_another_type_and_not_for_more_of_them() {
            Selection users = QUERY.selections().get(0);
            Selection groups = new Selection(GROUP, users.filter(), users.projection());
            isNotGoodFor(CONTEXT, new Query(List.of(groups), QUERY.order()));
            isNotGoodFor(CONTEXT, new Query(List.of(users, groups), QUERY.order()));
        }

        @Test
        void but_for_the_same_said_in_other_words() {
            Query same = query("TITLE pr", Sort.by(path(USER, "Title"), true), 10);
            assertThat(cursors.open(text, context("t", "ada", "scim-admin", "scim-read"), same))
                    .isEqualTo(CURSOR);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "AAAA",
                "%00",
                "../..",
                "\u0000",
                "\u00e9",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "====",
                "a b",
                "\uD83D\uDE00",
                "'",
                "0"
            })
    @Tag("C-2.1-01")
    @Tag("C-5.2-03")
    void what_is_no_cursor_is_refused(String text) {
        refused(() -> cursors.open(text, CONTEXT, QUERY)).as(400, "invalidCursor");
        refused(() -> cursors.open(text.repeat(10_000), CONTEXT, QUERY)).as(400, "invalidCursor");
    }

    @Test
    @Tag("C-5.2-02")
    @Tag("C-5.2-03")
    void a_cursor_that_was_changed_anywhere_is_refused_with_the_same_words() {
        String text = cursors.close(CURSOR, CONTEXT, QUERY);
        Random random = new Random(9865);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            if (!changed.equals(text)) {
                answers.add(detail(changed));
            }
            answers.add(detail(text.substring(0, i)));
        }
        answers.add(detail(text + "A"));
        answers.add(detail(text + "="));
        assertThat(answers).hasSize(1);
    }

    private String detail(String text) {
        return refused(() -> cursors.open(text, CONTEXT, QUERY))
                .as(400, "invalidCursor")
                .error()
                .detail();
    }

    @Test
    @Tag("C-2.1-01")
    void a_cursor_of_another_version_of_the_service_is_refused() {
        byte[] key = new byte[32];
        key[0] = 1;
        byte[] content = new CursorText(CURSOR, NOW).write();
        content[0]++;
        String text = new Seal(key).close(content, View.of(CONTEXT, QUERY));
        refused(() -> cursors.open(text, CONTEXT, QUERY)).as(400, "invalidCursor");
    }
}
