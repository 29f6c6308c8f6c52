package org.roster.scim.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.query.Position.Edge;

/** Pages by cursor: RFC 9865 §2. The results here are letters, and each is its own place. */
class CursorPageTest {

    private static Edge edge(String letter) {
        return new Edge(Optional.empty(), letter);
    }

    private static Page.Slice<String> cut(Position from, int count, String... found) {
        return new Page.ByCursor(from, count).cut(List.of(found), CursorPageTest::edge);
    }

    private static Optional<Position> after(String letter) {
        return Optional.of(Position.after(edge(letter)));
    }

    private static Optional<Position> before(String letter) {
        return Optional.of(Position.before(edge(letter)));
    }

    @Test
    @Tag("C-2-03")
    @Tag("C-2-04")
    void the_first_page_has_no_previous_and_the_last_no_next() {
        assertThat(cut(Position.START, 2, "a", "b", "c"))
                .isEqualTo(new Page.Slice<>(List.of("a", "b"), after("b"), Optional.empty()));
        assertThat(cut(after("b").get(), 2, "c", "d", "e"))
                .isEqualTo(new Page.Slice<>(List.of("c", "d"), after("d"), before("c")));
        assertThat(cut(after("d").get(), 2, "e"))
                .isEqualTo(new Page.Slice<>(List.of("e"), Optional.empty(), before("e")));
        assertThat(cut(Position.START, 2, "a", "b"))
                .isEqualTo(new Page.Slice<>(List.of("a", "b"), Optional.empty(), Optional.empty()));
        assertThat(cut(Position.START, 2)).isEqualTo(new Page.Slice<>(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    @Tag("C-2-04")
    void backwards_the_nearest_are_found_first_and_shown_last() {
        assertThat(cut(before("e").get(), 2, "d", "c", "b"))
                .isEqualTo(new Page.Slice<>(List.of("c", "d"), after("d"), before("c")));
        assertThat(cut(before("c").get(), 2, "b", "a"))
                .isEqualTo(new Page.Slice<>(List.of("a", "b"), after("b"), Optional.empty()));
        assertThat(cut(Position.END, 2, "e", "d", "c"))
                .isEqualTo(new Page.Slice<>(List.of("d", "e"), after("e"), before("d")));
    }

    @Test
    @Tag("C-2-03")
    void where_everything_has_gone_the_walk_can_turn_round() {
        assertThat(cut(after("b").get(), 2))
                .isEqualTo(new Page.Slice<>(List.of(), Optional.empty(), Optional.of(Position.END)));
        assertThat(cut(before("b").get(), 2))
                .isEqualTo(new Page.Slice<>(List.of(), Optional.of(Position.START), Optional.empty()));
    }

    @Test
    @Tag("C-2-05")
    void a_page_for_the_total_alone_leads_nowhere() {
        assertThat(cut(Position.START, 0, "a"))
                .isEqualTo(new Page.Slice<>(List.of(), Optional.empty(), Optional.empty()));
    }

    @Test
    @Tag("C-2-03")
    void a_store_looks_for_one_more_than_it_shows() {
        assertThat(new Page.ByCursor(Position.START, 10).needed()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    @Tag("C-2-05")
    void a_count_that_a_page_cannot_have_is_a_mistake_of_ours(int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Page.ByCursor(Position.START, count));
    }

    @Test
    @Tag("C-2-02")
    void of_a_long_sort_key_the_beginning_counts_and_no_character_is_split() {
        String most = "x".repeat(299);
        assertThat(new Edge(Optional.of(most + "ab"), "1")).isEqualTo(new Edge(Optional.of(most + "a"), "1"));
        assertThat(new Edge(Optional.of(most + "\uD83D\uDE00b"), "1").sortKey()).contains(most + "\uD83D\uDE00");
        assertThat(new Edge(Optional.of(most), "1").sortKey()).contains(most);
    }

    @Test
    @Tag("C-2-06")
    void a_page_is_by_index_or_by_cursor() {
        Page index = new Page.ByIndex(3, 2);
        Page cursor = new Page.ByCursor(Position.START, 2);
        assertThat(index.<String>accept(i -> "index " + i.startIndex(), c -> "cursor"))
                .isEqualTo("index 3");
        assertThat(cursor.<String>accept(i -> "index", c -> "cursor " + c.count()))
                .isEqualTo("cursor 2");
    }
}
