package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.TestSchemas.THING;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;

/** Text may be longer than any index; filters compare all of it. */
interface LongTextContract extends TwoTenants {

    String STEM = "Abc".repeat(100);

    private static List<String> alike(int length) {
        return List.of(
                text(length - 1),
                text(length),
                text(length) + "a",
                text(length) + "z",
                text(length) + "\uD83D\uDE00",
                text(length) + "\uD83D\uDE00 end",
                text(length - 1) + "\uD83D\uDE00",
                text(length - 1) + "\uD83D\uDE01\uD83D\uDE01",
                text(length) + "z".repeat(400) + "1",
                text(length) + "z".repeat(400) + "2");
    }

    @ParameterizedTest
    @ValueSource(ints = {290, 297, 298, 299, 300, 301, 302, 310, 600})
    default void values_of_any_length_compare_by_all_of_their_text(int length) {
        List<String> texts = alike(length);
        for (String text : texts) {
            directory().create(aThing("t").with("note", text));
        }
        List<ScimResource> all = directory().all(THING);

        for (String text : texts) {
            for (String operator : List.of("eq", "ne", "sw", "ew", "co", "gt", "ge", "lt", "le")) {
                same(all, "note " + operator + " \"" + text + "\"");
                same(all, "tags[value " + operator + " \"" + text + "\"]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {298, 299, 300, 301, 600})
    default void values_of_one_element_that_begin_alike_compare_by_all_of_their_text(int length) {
        List<String> texts = alike(length);
        for (int i = 0; i < texts.size(); i++) {
            String one = texts.get(i);
            String next = texts.get((i + 1) % texts.size());
            directory().create(marked(List.of(one, next)));
            // An index that was changed is one that was written.
            directory().replace(directory().create(marked(List.of("a", one))), marked(List.of(next, one)));
        }
        directory().create(marked(texts));
        List<ScimResource> all = directory().all(THING);

        for (String text : texts) {
            for (String operator : List.of("eq", "ne", "sw", "ew", "co", "gt", "ge", "lt", "le")) {
                same(all, "parts.marks " + operator + " \"" + text + "\"");
                same(all, "parts[type eq \"a\" and marks " + operator + " \"" + text + "\"]");
            }
        }
    }

    private static Body marked(List<String> marks) {
        return aThing("t")
                .with(
                        "parts",
                        JsonText.array(marks.stream()
                                .collect(Collectors.joining("','", "[{'type': 'a', 'marks': ['", "']}]"))));
    }

    private void same(List<ScimResource> all, String filter) {
        assertThat(directory()
                        .query(THING, filter, Sort.BY_ID, Directory.EVERYTHING)
                        .resources())
                .as(() -> filter.replaceAll("(?i)(abc)+", "ABC"))
                .isEqualTo(all.stream()
                        .filter(r -> FilterEvaluator.matches(Directory.filter(THING, filter), THING, r))
                        .toList());
    }

    private static String text(int length) {
        return STEM.repeat(3).substring(0, length);
    }

    @Test
    default void parts_of_long_values_are_found_wherever_they_stand() {
        directory().create(aThing("long").with("note", STEM + "middle" + STEM + "END"));
        directory().create(aThing("short").with("note", STEM));

        assertThat(directory().names(THING, "note co \"MIDDLE\"")).containsExactly("long");
        assertThat(directory().names(THING, "note ew \"end\"")).containsExactly("long");
        assertThat(directory().names(THING, "note ew \"abc\"")).containsExactly("short");
        assertThat(directory().names(THING, "note sw \"" + STEM + "mid\"")).containsExactly("long");
        assertThat(directory().names(THING, "note co \"%\"")).isEmpty();
    }

    @Test
    default void elements_that_begin_alike_are_kept_apart() {
        String first = STEM + STEM + "1";
        String second = STEM + STEM + "2";
        ScimResource thing = directory()
                .create(aThing("t")
                        .with("tags", JsonText.array("['" + first + "', '" + second + "']"))
                        .with(
                                "parts",
                                JsonText.array("[{'value': 'v', 'marks': ['" + first + "', '" + second + "']}]")));

        assertThat(directory().read(thing)).isEqualTo(thing);
        assertThat(directory().names(THING, "tags eq \"" + first + "\" and tags eq \"" + second + "\""))
                .hasSize(1);

        directory().patch(thing, "[{'op': 'remove', 'path': 'tags[value eq \\\"" + first + "\\\"]'}]");
        assertThat(directory().names(THING, "tags eq \"" + first + "\"")).isEmpty();
        assertThat(directory().names(THING, "tags eq \"" + second + "\"")).hasSize(1);
    }

    @Test
    default void a_long_value_can_be_changed_at_its_end() {
        ScimResource thing = directory().create(aThing("t").with("note", STEM + STEM + "1"));
        directory().replace(thing, aThing("t").with("note", STEM + STEM + "2"));

        assertThat(directory().names(THING, "note ew \"1\"")).isEmpty();
        assertThat(directory().names(THING, "note eq \"" + STEM + STEM + "2\"")).hasSize(1);
    }

    @Test
    default void a_very_long_value_is_kept() {
        String text =
                IntStream.range(0, 20_000).mapToObj(Integer::toString).reduce("", (a, b) -> b.length() > 4 ? a : a + b)
                        + "\uD83D\uDE00".repeat(10_000);
        ScimResource thing = directory().create(aThing("t").with("note", text));

        assertThat(directory().read(thing).text("note")).contains(text);
        assertThat(directory().names(THING, "note co \"998999\"")).hasSize(1);
    }

    @Test
    default void text_is_ordered_by_code_points_or_as_the_database_can() {
        directory().create(aThing("ligature").with("note", "\uFB01"));
        directory().create(aThing("emoji").with("note", "\uD83D\uDE00"));
        List<String> ascending = ordersByCodePoints() ? List.of("ligature", "emoji") : List.of("emoji", "ligature");
        List<String> greater = ordersByCodePoints() ? List.of("emoji") : List.of();

        assertThat(directory().names(THING, "note gt \"\uFB01\"")).isEqualTo(greater);
        assertThat(directory().namesBy(THING, "note", true)).isEqualTo(ascending);
        assertThat(directory().namesBy(THING, "note", false)).containsExactly(ascending.get(1), ascending.get(0));
    }
}
