package org.roster.scim.engine.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.engine.patch.Patch.patched;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;

import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;

/** Many elements cost what they are many, and not the square of it: a megabyte of them is a request like others. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PatchManyElementsTest {

    private static final int MANY = 20_000;

    private static String emails(int from) {
        return IntStream.range(from, from + MANY)
                .mapToObj(i -> "{'value': 'e" + i + "@x.org', 'type': 'work'}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String tags(int from) {
        return IntStream.range(from, from + MANY)
                .mapToObj(i -> "'t" + i + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void many_elements_are_added_to_many_and_what_is_there_stays_once() {
        Body user = aUser().with("emails", JsonText.array(emails(0)));

        JsonObject after = patched(user, "[{'op': 'add', 'path': 'emails', 'value': " + emails(MANY / 2) + "}]");

        assertThat(after.getJsonArray("emails")).hasSize(MANY + MANY / 2);
        assertThat(after.getJsonArray("emails").subList(0, MANY))
                .isEqualTo(user.attributes().getJsonArray("emails"));
    }

    @Test
    void many_texts_are_added_to_many() {
        Body thing = aThing("a").with("tags", JsonText.array(tags(0)));

        JsonObject after = patched(thing, "[{'op': 'add', 'path': 'tags', 'value': " + tags(MANY / 2) + "}]");

        assertThat(after.getJsonArray("tags")).hasSize(MANY + MANY / 2);
    }

    @Test
    void many_elements_that_are_listed_are_removed_from_many() {
        Body user = aUser().with("emails", JsonText.array(emails(0)));
        String unknown = emails(MANY / 2).replace("value", "display");

        assertThat(patched(user, "[{'op': 'remove', 'path': 'emails', 'value': " + emails(MANY / 2) + "}]")
                        .getJsonArray("emails"))
                .hasSize(MANY / 2);
        assertThat(patched(user, "[{'op': 'remove', 'path': 'emails', 'value': " + unknown + "}]")
                        .getJsonArray("emails"))
                .hasSize(MANY);
    }

    /** Denial of service by one request: 20,000 emails and a hundred filters of forty terms each; a thousand fit into a megabyte. */
    @Test
    void many_filters_on_many_elements_are_refused_before_the_work_is_done() {
        Body user = aUser().with("emails", JsonText.array(emails(0)));
        String filter =
                IntStream.range(0, 40).mapToObj(i -> "value eq \"n" + i + "\"").collect(Collectors.joining(" or "));

        assertThatThrownBy(() -> patched(user, operations(100, "remove", "emails[" + filter + "]")))
                .isInstanceOfSatisfying(ScimException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(413);
                    assertThat(refused.getMessage()).contains("emails", "fewer");
                });
        assertThatThrownBy(() -> patched(user, operations(100, "add", "emails")))
                .isInstanceOfSatisfying(
                        ScimException.class,
                        refused -> assertThat(refused.status()).isEqualTo(413));
    }

    /** What an identity provider sends at most: a thousand operations on a hundred values. */
    @Test
    void a_thousand_operations_on_a_hundred_elements_are_done() {
        Body user = aUser().with(
                        "emails",
                        JsonText.array(IntStream.range(0, 100)
                                .mapToObj(i -> "{'value': 'e" + i + "@x.org', 'type': 'work'}")
                                .collect(Collectors.joining(",", "[", "]"))));

        assertThat(patched(user, operations(1_000, "remove", "emails[type eq \"home\" and value eq \"n\"]"))
                        .getJsonArray("emails"))
                .hasSize(100);
    }

    private static String operations(int number, String op, String path) {
        String value = op.equals("add") ? ", 'value': [{'value': 'e1@x.org', 'type': 'work'}]" : "";
        String operation = "{'op': '" + op + "', 'path': '" + path.replace("\"", "\\\"") + "'" + value + "}";
        return "[" + String.join(",", Collections.nCopies(number, operation)) + "]";
    }

    @Test
    void listed_elements_without_a_value_mean_by_all_that_they_say() {
        Body user = aUser().with("emails", JsonText.array("""
                        [{'value': 'a@x.org', 'type': 'work', 'display': 'A'}, {'value': 'b@x.org', 'type': 'work'},
                         {'value': 'c@x.org', 'type': 'home', 'display': 'a'}]"""));

        assertThat(patched(user, "[{'op': 'remove', 'path': 'emails', 'value': [{'type': 'WORK', 'display': 'a'}]}]")
                        .getJsonArray("emails"))
                .hasSize(2);
        assertThat(patched(user, "[{'op': 'remove', 'path': 'emails', 'value': [{'display': 'A'}, {'type': 'x'}]}]")
                        .getJsonArray("emails"))
                .isEqualTo(JsonText.array("[{'value': 'b@x.org', 'type': 'work'}]"));
    }
}
