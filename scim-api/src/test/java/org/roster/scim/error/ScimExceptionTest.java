package org.roster.scim.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Errors as RFC 7644 §3.12 wants them. */
@Tag("P-3.12-02")
class ScimExceptionTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(ScimException.invalidFilter("x"), 400, "invalidFilter"),
                Arguments.of(ScimException.invalidFilter("x", 1), 400, "invalidFilter"),
                Arguments.of(ScimException.invalidSyntax("x"), 400, "invalidSyntax"),
                Arguments.of(ScimException.invalidPath("x"), 400, "invalidPath"),
                Arguments.of(ScimException.noTarget("x"), 400, "noTarget"),
                Arguments.of(ScimException.invalidValue("x"), 400, "invalidValue"),
                Arguments.of(ScimException.mutability("x"), 400, "mutability"),
                Arguments.of(ScimException.uniqueness("userName", "x"), 409, "uniqueness"),
                Arguments.of(ScimException.notFound("User", "x"), 404, ""),
                Arguments.of(ScimException.preconditionFailed(), 412, ""),
                Arguments.of(ScimException.of(501, "x"), 501, ""));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @Tag("P-3.3-04")
    @Tag("P-3.4.1-01")
    void every_mistake_has_its_status_and_keyword(ScimException error, int status, String keyword) {
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.scimType().map(ScimType::keyword).orElse("")).isEqualTo(keyword);
        assertThat(error.detail()).isNotBlank().isEqualTo(error.getMessage());
    }

    @Test
    @Tag("P-3.12-03")
    void the_keywords_are_those_of_table_9_and_of_paging_by_cursor() {
        assertThat(ScimType.values())
                .extracting(ScimType::keyword)
                .containsExactlyInAnyOrder(
                        "invalidFilter",
                        "tooMany",
                        "uniqueness",
                        "mutability",
                        "invalidSyntax",
                        "invalidPath",
                        "noTarget",
                        "invalidValue",
                        "invalidVers",
                        "sensitive",
                        "invalidCursor",
                        "expiredCursor",
                        "invalidCount");
    }

    @Test
    void a_detail_names_what_is_taken_or_missing() {
        assertThat(ScimException.uniqueness("userName", "babs").detail()).contains("userName", "babs");
        assertThat(ScimException.notFound("User", "42").detail()).contains("User", "42");
        assertThat(ScimException.invalidFilter("expected a value", 13).detail())
                .contains("expected a value", "position 13");
    }

    @Test
    void a_detail_keeps_its_ends_when_it_is_long() {
        String sent = "\uD83D\uDE00".repeat(500_000);

        assertThat(ScimException.invalidPath("path: \"" + sent + "\" is not a path")
                        .detail())
                .startsWith("path: \"\uD83D\uDE00")
                .endsWith("\uD83D\uDE00\" is not a path")
                .hasSizeLessThan(1_010)
                .satisfies(detail -> assertThat(detail.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
        assertThat(ScimException.invalidPath("x".repeat(1_000)).detail()).isEqualTo("x".repeat(1_000));
    }
}
