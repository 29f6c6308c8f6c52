package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.JsonText.array;
import static org.roster.scim.fixture.JsonText.object;
import static org.roster.scim.fixture.JsonText.value;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.BADGE;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.USER_SCHEMA;
import static org.roster.scim.fixture.TestSchemas.schema;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.fixture.Body;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaExtension;

/** What a client sends becomes canonical attributes (RFC 7643 §2, §3). */
class ResourceReaderTest {

    private static JsonObject read(Body body) {
        return ResourceReader.read(body.type(), body.json());
    }

    @Nested
    class Schemas {

        @ParameterizedTest
        @ValueSource(strings = {"[]", "null", "'urn'", "['urn:other']", "{}", "[1]"})
        @Tag("S-3-01")
        void the_schema_of_the_type_must_be_listed(String schemas) {
            refused(() -> read(aUser().with("schemas", value(schemas))))
                    .as(400, "invalidSyntax")
                    .saying(USER_SCHEMA);
        }

        @Test
        void a_body_without_schemas_is_refused() {
            refused(() -> read(aUser().without("schemas")))
                    .as(400, "invalidSyntax")
                    .saying("schemas");
        }

        @Test
        @Tag("A-06")
        @Tag("A-14")
        void more_may_be_listed_and_an_extension_need_not_be() {
            Body body = aUser().with(
                            "schemas", array("['urn:unknown', '" + USER_SCHEMA.toUpperCase(Locale.ROOT) + "']"))
                    .with(ENTERPRISE, object("{'division': 'D'}"));
            assertThat(read(body)).containsOnlyKeys("userName", ENTERPRISE);
        }
    }

    @Nested
    class Names {

        @Test
        @Tag("S-2.1-01")
        void become_canonical() {
            Body body = aUser().without("userName")
                    .with("USERNAME", "b")
                    .with("Name", object("{'GIVENNAME': 'B'}"))
                    .with("eMails", array("[{'VALUE': 'x', 'Type': 'work'}]"))
                    .with(
                            ENTERPRISE.toLowerCase(Locale.ROOT),
                            object("{'costcenter': '1', 'MANAGER': {'Value': '2'}}"));

            assertThat(read(body)).isEqualTo(object("""
                                    {'userName': 'b', 'name': {'givenName': 'B'}, 'emails': [{'value': 'x', 'type': 'work'}],
                                     '%s': {'costCenter': '1', 'manager': {'value': '2'}}}""".replace("%s", ENTERPRISE)));
        }

        @Test
        void may_not_appear_twice_in_different_case() {
            refused(() -> read(aUser().with("USERNAME", "x")))
                    .as(400, "invalidSyntax")
                    .saying("twice");
            refused(() -> read(aUser().with("name", object("{'givenName': 'a', 'GivenName': 'b'}"))))
                    .as(400, "invalidSyntax")
                    .saying("name", "twice");
        }

        @Test
        @Tag("A-06")
        @Tag("P-3.3-08")
        void that_no_schema_defines_are_ignored() {
            assertThat(read(aUser().with("unknown", object("{'x': 1}"))
                            .with("urn:unknown:ext", object("{'x': 1}"))
                            .with("name", object("{'givenName': 'B', 'unknown': 1}"))))
                    .isEqualTo(object("{'userName': 'bjensen', 'name': {'givenName': 'B'}}"));
        }
    }

    @Nested
    class Values {

        @Test
        @Tag("S-2.5-01")
        void that_are_no_values_are_left_out() {
            assertThat(read(aUser().with("title", value("null"))
                            .with("emails", array("[]"))
                            .with("phoneNumbers", array("[{}, null]"))
                            .with("name", object("{'givenName': null}"))
                            .with(ENTERPRISE, object("{'manager': {}}"))
                            .with("photos", value("null"))))
                    .isEqualTo(object("{'userName': 'bjensen'}"));
        }

        @Test
        @Tag("P-3.3-01")
        void that_a_client_may_not_write_are_left_out() {
            assertThat(read(aUser().with("id", "x")
                            .with("meta", object("{'version': '1'}"))
                            .with("groups", array("[{'value': '1'}]"))
                            .with(ENTERPRISE, object("{'manager': {'value': '1', 'displayName': 'Eve'}}"))))
                    .isEqualTo(object("{'userName': 'bjensen', '" + ENTERPRISE + "': {'manager': {'value': '1'}}}"));
        }

        @Test
        void that_are_equal_count_once() {
            assertThat(read(aThing("t").with("tags", array("['a', 'b', 'a']"))).getJsonArray("tags"))
                    .isEqualTo(array("['a', 'b']"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "count | 1 ",
                    "count | -12345678901234567890",
                    "weight | 1",
                    "weight | -1.5E-7",
                    "flag | false",
                    "since | '2020-01-01T00:00:00Z'",
                    "since | '2020-01-01T00:00:00.123456789+14:00'",
                    "since | '2020-01-01T00:00:00'",
                    "blob | 'QUJD'",
                    "blob | ''",
                    "blob | 'QU+/'",
                    "blob | 'QQ=='",
                    "blob | 'QQ'",
                    "note | ''",
                    "link | 'https://x.org'",
                    "link | 's://'",
                    "link | '//'",
                    "link | '../relative'"
                })
        @Tag("S-2.3-02")
        @Tag("S-2.3.4-01")
        @Tag("S-2.3.6-01")
        @Tag("S-2.3.7-01")
        void of_the_right_type_are_taken_as_they_are(String attribute, String json) {
            assertThat(read(aThing("t").with(attribute, value(json)))).containsEntry(attribute, value(json));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "count | '1' | a whole number",
                    "count | 1.5 | a whole number",
                    "count | 1.0 | a whole number",
                    "count | 1e2 | a whole number",
                    "weight | true | a number",
                    "flag | 'true' | true or false",
                    "flag | 1 | true or false",
                    "since | '2020-01-01' | a dateTime",
                    "since | '2020-13-01T00:00:00Z' | a dateTime",
                    "since | 0 | a dateTime",
                    "blob | 'a b!' | base64",
                    "blob | 'QU-_' | base64",
                    "blob | 'QUJDR' | base64",
                    "blob | 'QUI==' | base64",
                    "note | 1 | a string",
                    "note | ['x'] | a string",
                    "note | {'x': 1} | a string",
                    "link | false | a URI",
                    "link | 'no uri' | a URI",
                    "link | '' | a URI",
                    "tags | 'x' | an array",
                    "tags | {'x': 1} | an array",
                    "box | 'x' | an object",
                    "box | [{'kind': 'x'}] | an object",
                    "parts | ['x'] | an object"
                })
        @Tag("S-2.3-02")
        @Tag("S-2.3.4-01")
        @Tag("S-2.3.6-01")
        @Tag("S-2.3.7-01")
        void of_the_wrong_type_are_refused(String attribute, String json, String expected) {
            refused(() -> read(aThing("t").with(attribute, value(json))))
                    .as(400, "invalidValue")
                    .saying(attribute, "expected " + expected);
        }

        @Test
        void are_named_by_their_place() {
            refused(() -> read(aThing("t").with("parts", array("[{'value': 'x'}, {'size': 'big'}]"))))
                    .saying("parts[1].size: expected a whole number, found the string \"big\"");
            refused(() -> read(aThing("t").with(BADGE, object("{'number': 1}"))))
                    .saying(BADGE + ".number");
        }

        @Test
        @Tag("S-2.4-03")
        void have_at_most_one_primary() {
            refused(() -> read(aUser().withPrimaryEmail("work", "a").withPrimaryEmail("home", "b")))
                    .as(400, "invalidValue")
                    .saying("emails: 2 values");
        }

        @Test
        @Timeout(value = 5, unit = TimeUnit.SECONDS)
        void that_are_almost_base64_are_refused_fast() {
            refused(() -> read(aThing("t").with("blob", " ".repeat(500_000) + "!")))
                    .as(400, "invalidValue");
            refused(() -> read(aThing("t").with("blob", "A".repeat(500_000) + "====")))
                    .as(400, "invalidValue");
        }
    }

    @Nested
    class Completeness {

        private void require(Body body) {
            ResourceRules.requireComplete(body.type(), read(body), Set.of());
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "''", "'  '"})
        @Tag("P-3.5.1-07")
        void a_required_attribute_must_have_a_value(String json) {
            refused(() -> require(aUser().with("userName", value(json))))
                    .as(400, "invalidValue")
                    .saying("userName is required");
            refused(() -> require(aUser().without("userName"))).as(400, "invalidValue");
        }

        @Test
        void a_required_sub_attribute_must_be_in_each_object() {
            refused(() -> require(aThing("t").with("box", object("{'width': 1}"))))
                    .as(400, "invalidValue")
                    .saying("box.kind is required");
            require(aThing("t"));
        }

        @Test
        @Tag("S-6-03")
        void a_required_extension_must_be_there() {
            ResourceType strict = ResourceType.of("Thing", "/Things", THING.schema())
                    .extensions(List.of(new SchemaExtension(schema("badge.json"), true)))
                    .build();
            refused(() -> ResourceRules.requireComplete(strict, read(aThing("t")), Set.of()))
                    .as(400, "invalidValue")
                    .saying(BADGE);
            refused(() -> ResourceRules.requireComplete(
                            strict, read(aThing("t").with(BADGE, object("{'color': 'red'}"))), Set.of()))
                    .as(400, "invalidValue")
                    .saying("number");
            ResourceRules.requireComplete(strict, read(aThing("t").with(BADGE, object("{'number': '1'}"))), Set.of());
        }

        @Test
        @Tag("S-6-03")
        void what_an_extension_requires_is_required_where_it_is_used() {
            refused(() -> require(aThing("t").with(BADGE, object("{'color': 'red'}"))))
                    .as(400, "invalidValue")
                    .saying(BADGE + ":number is required");
            require(aThing("t").with(BADGE, object("{'number': '1'}")));
        }

        @Test
        void what_a_store_keeps_apart_is_not_asked_for() {
            ResourceRules.requireComplete(USER, object("{'x': 1}"), Set.of("userName"));
        }
    }
}
