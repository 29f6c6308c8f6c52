package org.roster.scim.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.testing.Resources;
import org.roster.scim.testing.Types;

/** Pages by index, order and result: RFC 7644 §§3.4.2, 3.4.2.3 and 3.4.2.4. */
class PageTest {

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "2147483647, 2147483647"})
    @Tag("P-3.4.2.4-02")
    void a_page_begins_at_one_and_may_be_empty(int startIndex, int count) {
        assertThat(new Page.ByIndex(startIndex, count).startIndex()).isEqualTo(startIndex);
        assertThat(new Page.ByIndex(startIndex, count).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-1, 10", "1, -1"})
    @Tag("P-3.4.2.4-01")
    void what_a_request_may_say_but_a_page_may_not_is_a_mistake_of_ours(int startIndex, int count) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Page.ByIndex(startIndex, count));
    }

    @Test
    @Tag("P-3.4.2.3-05")
    void without_an_attribute_results_are_in_the_order_of_ids() {
        assertThat(Sort.BY_ID.attribute()).isEmpty();
        assertThat(Sort.BY_ID.ascending()).isTrue();
    }

    @Test
    @Tag("P-3.4.2.3-04")
    void an_order_has_an_attribute_and_a_direction() {
        ResolvedPath userName = Types.USER.resolve("userName").orElseThrow();

        assertThat(Sort.by(userName, false).attribute()).contains(userName);
        assertThat(Sort.by(userName, false).ascending()).isFalse();
    }

    @Test
    @Tag("P-3.4.2-03")
    void a_result_knows_more_matches_than_it_shows() {
        QueryResult result = QueryResult.of(List.of(Resources.user("{}")), 5_000_000_000L);

        assertThat(result.resources()).hasSize(1);
        assertThat(result.totalResults()).hasValue(5_000_000_000L);
    }
}
