package org.roster.scim.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.testing.Types;

/** What a client sees: RFC 7644 §3.9 and the characteristic {@code returned} of RFC 7643 §7. */
class ProjectionTest {

    @Nested
    class WithoutParameters {

        @ParameterizedTest
        @CsvSource({
            "schemas, true",
            "id, true",
            "meta, true",
            "externalId, true",
            "userName, true",
            "name, true",
            "password, false",
            "biography, false",
            "badges, true",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager, true"
        })
        @Tag("P-3.4-01")
        @Tag("S-7-05")
        @Tag("S-7-06")
        @Tag("S-7-07")
        void an_answer_has_what_is_returned_always_or_by_default(String path, boolean expected) {
            assertThat(Projection.DEFAULT.wants(path(path))).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "name.familyName, true",
            "meta.created, true",
            "badges.value, true",
            "badges.colour, true",
            "badges.history, false",
            "badges.pin, false"
        })
        @Tag("S-7-06")
        void the_same_holds_for_sub_attributes(String path, boolean expected) {
            assertThat(Projection.DEFAULT.wantsSub(path(path))).isEqualTo(expected);
        }

        @Test
        @Tag("S-3-01")
        @Tag("S-3.1-03")
        void the_least_is_what_is_always_returned() {
            assertThat(Types.USER.attributes().filter(Projection.MINIMAL::wants).map(ResolvedPath::toString))
                    .containsExactlyInAnyOrder("schemas", "id", "badges");
            assertThat(Projection.MINIMAL.wantsSub(path("badges.value"))).isTrue();
            assertThat(Projection.MINIMAL.wantsSub(path("badges.colour"))).isFalse();
        }
    }

    @Nested
    @Tag("P-3.9-01")
    class WithAttributes {

        @ParameterizedTest
        @CsvSource({
            "userName,              id,              true",
            "userName,              schemas,         true",
            "userName,              userName,        true",
            "USERNAME,              userName,        true",
            "urn:ietf:params:scim:schemas:core:2.0:User:userName, userName, true",
            "userName,              meta,            false",
            "userName,              name,            false",
            "meta,                  meta,            true",
            "name.familyName,       name,            true",
            "biography,             biography,       true",
            "password,              password,        false",
            "'userName,title',      title,           true",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value,"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager, true",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value,"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department, false",
        })
        @Tag("S-7-05")
        @Tag("S-7-06")
        @Tag("S-7-07")
        @Tag("S-3.1-03")
        void an_answer_has_what_is_asked_for_and_what_is_always_returned(String asked, String path, boolean expected) {
            assertThat(projection(Projection.Mode.ONLY, asked).wants(path(path)))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "name,             name.familyName,  true",
            "name.familyName,  name.familyName,  true",
            "name.familyName,  name.givenName,   false",
            "'name,name.familyName', name.givenName, true",
            "emails.value,     emails.type,      false",
            "badges.colour,    badges.value,     true",
            "badges.colour,    badges.colour,    true",
            "badges,           badges.colour,    true",
            "badges,           badges.history,   false",
            "badges.history,   badges.history,   true",
            "badges.history,   badges.colour,    false",
            "badges.pin,       badges.pin,       false",
        })
        void a_sub_attribute_can_be_asked_for_alone(String asked, String path, boolean expected) {
            assertThat(projection(Projection.Mode.ONLY, asked).wantsSub(path(path)))
                    .isEqualTo(expected);
        }
    }

    @Nested
    @Tag("P-3.9-02")
    class WithExcludedAttributes {

        @ParameterizedTest
        @CsvSource({
            "name,             name,             false",
            "NAME,             name,             false",
            "name,             userName,         true",
            "name,             meta,             true",
            "meta,             meta,             false",
            "'id,schemas',     id,               true",
            "'id,schemas',     schemas,          true",
            "name.familyName,  name,             true",
            "name,             password,         false",
            "name,             biography,        false",
            "name, urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department, true",
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department,"
                    + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department, false",
        })
        @Tag("S-7-06")
        @Tag("S-3-01")
        void an_answer_lacks_what_is_not_wanted_but_never_what_is_always_returned(
                String excluded, String path, boolean expected) {
            assertThat(projection(Projection.Mode.WITHOUT, excluded).wants(path(path)))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "name.familyName,  name.familyName,  false",
            "name.familyName,  name.givenName,   true",
            "badges.value,     badges.value,     true",
            "badges.colour,    badges.colour,    false",
            "name,             badges.history,   false",
            "name,             badges.pin,       false",
        })
        void a_sub_attribute_can_be_left_out_alone(String excluded, String path, boolean expected) {
            assertThat(projection(Projection.Mode.WITHOUT, excluded).wantsSub(path(path)))
                    .isEqualTo(expected);
        }

        @Test
        @Tag("P-3.9-05")
        void members_need_not_be_loaded() {
            ResolvedPath members = Types.GROUP.resolve("members").orElseThrow();

            assertThat(new Projection(Projection.Mode.WITHOUT, Set.of(members)).wants(members))
                    .isFalse();
        }
    }

    private static Projection projection(Projection.Mode mode, String names) {
        return new Projection(
                mode,
                Arrays.stream(names.split(",", -1)).map(ProjectionTest::path).collect(Collectors.toSet()));
    }

    private static ResolvedPath path(String text) {
        return Types.USER.resolve(text).orElseThrow();
    }

    /** {@code biography} is returned on request, and so is {@code badges.history}. */
    @Nested
    @Tag("S-7-07")
    class AfterSending {

        private Projection after(Projection asked, String... sent) {
            return asked.afterSending(Stream.of(sent).map(ProjectionTest::path).collect(Collectors.toSet()));
        }

        @Test
        void an_answer_has_what_was_sent_though_it_is_returned_on_request_only() {
            assertThat(after(Projection.DEFAULT, "biography").wants(path("biography")))
                    .isTrue();
            assertThat(after(Projection.DEFAULT, "badges.history").wantsSub(path("badges.history")))
                    .isTrue();
            assertThat(after(Projection.DEFAULT, "title").wants(path("biography")))
                    .isFalse();
            assertThat(after(Projection.DEFAULT, "badges").wantsSub(path("badges.history")))
                    .isFalse();
        }

        @Test
        void but_not_what_is_never_returned_or_not_wanted() {
            assertThat(after(Projection.DEFAULT, "password").wants(path("password")))
                    .isFalse();
            assertThat(after(projection(Projection.Mode.WITHOUT, "biography"), "biography")
                            .wants(path("biography")))
                    .isFalse();
            assertThat(after(projection(Projection.Mode.WITHOUT, "title"), "biography")
                            .wants(path("biography")))
                    .isTrue();
            assertThat(after(projection(Projection.Mode.ONLY, "title"), "biography")
                            .wants(path("biography")))
                    .isFalse();
        }
    }
}
