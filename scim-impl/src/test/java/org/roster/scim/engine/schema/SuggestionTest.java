package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Suggestion;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "userNmae, userName",
        "username2, userName",
        "dispalyName, displayName",
        "name.givnName, name.givenName",
        "email, emails",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:departement,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
    })
    void a_name_that_is_nearly_right_leads_to_the_right_one(String wrong, String right) {
        assertThat(Suggestion.of(TestSchemas.USER, AttributePath.parse(wrong).orElseThrow()))
                .isEqualTo("; did you mean \"" + right + "\"?");
    }

    @Test
    void a_name_that_is_far_from_all_leads_nowhere() {
        assertThat(Suggestion.of(TestSchemas.USER, AttributePath.of("shoeSize")))
                .isEmpty();
        assertThat(Suggestion.of("x".repeat(10_000), Stream.of("x"))).isEmpty();
    }

    @Test
    void what_is_never_answered_is_not_suggested() {
        assertThat(Suggestion.of(TestSchemas.USER, AttributePath.of("pasword"))).isEmpty();
    }
}
