package org.roster.scim.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.error.ScimException;

/** If-Match, as a store sees it: RFC 7644 §3.14. */
@Tag("P-3.14-03")
class PreconditionTest {

    @Test
    void a_change_without_condition_is_meant_for_any_version() {
        assertThatCode(() -> Precondition.NONE.check("7")).doesNotThrowAnyException();
    }

    @Test
    void one_of_the_named_versions_is_enough() {
        assertThatCode(() -> new Precondition(List.of("6", "7")).check("7")).doesNotThrowAnyException();
    }

    @Test
    void another_version_is_refused_with_412() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() -> new Precondition(List.of("6", "77")).check("7"))
                .satisfies(e -> {
                    assertThat(e.status()).isEqualTo(412);
                    assertThat(e.scimType()).isEmpty();
                });
    }

    @Test
    void later_changes_of_the_list_do_not_matter() {
        List<String> versions = new ArrayList<>(List.of("6"));
        Precondition precondition = new Precondition(versions);
        versions.clear();

        assertThat(precondition.versions()).containsExactly("6");
    }
}
