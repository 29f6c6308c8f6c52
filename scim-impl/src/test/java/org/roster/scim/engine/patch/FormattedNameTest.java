package org.roster.scim.engine.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.JsonText.object;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name in one text tells the same name as its parts (RFC 7643 §4.1.1). */
class FormattedNameTest {
    private static final JsonObject BEFORE = object("{'name': {'formatted': 'Dr. Ann-Lee B. Lee, Jr.',"
            + " 'givenName': 'Ann-Lee', 'familyName': 'Lee', 'honorificPrefix': 'Dr.', 'middleName': 'Bea'}}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'givenName': 'Anna' | Dr. Anna B. Lee, Jr.",
                "'honorificPrefix': 'Prof. $1' | Prof. $1 Ann-Lee B. Lee, Jr.",
                "'honorificSuffix': 'Jr.' | Dr. Ann-Lee B. Lee, Jr.",
                "'familyName': 'Li' | Dr. Ann-Lee B. Li, Jr.",
                "'givenName': 'Anna', 'familyName': 'Li' | Dr. Anna B. Li, Jr.",
                "'formatted': 'Somebody', 'givenName': 'Anna' | Somebody",
                "'middleName': 'Cea' | -"
            })
    @Tag("S-4.1.1-02")
    void follows_the_parts_that_change(String changed, String formatted) {
        JsonObject name = Json.createObjectBuilder(BEFORE.getJsonObject("name"))
                .addAll(Json.createObjectBuilder(object("{" + changed + "}")))
                .build();
        JsonObject after = Json.createObjectBuilder().add("name", name).build();
        assertThat(FormattedName.inStep(USER, BEFORE, after)
                        .getJsonObject("name")
                        .getString("formatted", "-"))
                .isEqualTo(formatted);
    }

    @Test
    void of_other_resources_is_their_own_affair() {
        JsonObject after = object("{'name': {'formatted': 'Dr. Ann-Lee B. Lee, Jr.', 'givenName': 'Anna'}}");
        assertThat(FormattedName.inStep(THING, BEFORE, after)).isSameAs(after);
    }

    @Test
    void stays_when_nothing_of_the_name_changes() {
        assertThat(FormattedName.inStep(USER, BEFORE, BEFORE)).isSameAs(BEFORE);
        JsonObject nameless = object("{'title': 'x'}");
        assertThat(FormattedName.inStep(USER, nameless, nameless)).isSameAs(nameless);
        assertThat(FormattedName.inStep(USER, BEFORE, nameless)).isSameAs(nameless);
    }
}
