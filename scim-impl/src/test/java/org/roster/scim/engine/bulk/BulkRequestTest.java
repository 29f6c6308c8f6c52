package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.BulkBody.aBulk;
import static org.roster.scim.fixture.Refusal.refused;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.bulk.BulkOperation.Call;
import org.roster.scim.engine.bulk.BulkOperation.Misfit;
import org.roster.scim.error.ScimException;
import org.roster.scim.error.ScimType;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.JsonText;

/** Reading a bulk request (RFC 7644 §3.7). */
class BulkRequestTest {

    private static BulkRequest read(BulkBody bulk) {
        return BulkRequest.read(bulk.json(), 3);
    }

    @Nested
    class TheMessage {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{'Operations': [1]}",
                    "{'schemas': 'S', 'Operations': [1]}",
                    "{'schemas': [1], 'Operations': [1]}",
                    "{'schemas': ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], 'Operations': [1]}",
                })
        @Tag("P-3.7-02")
        void without_its_schema_is_refused(String json) {
            refused(() -> BulkRequest.read(JsonText.object(json), 3))
                    .as(400, "invalidSyntax")
                    .saying("schemas", BulkBody.SCHEMA);
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "{}", "'x'", "1", "true"})
        @Tag("P-3.7-02")
        void without_operations_is_refused(String operations) {
            String json = "{'schemas': ['" + BulkBody.SCHEMA + "'], 'Operations': " + operations + "}";
            refused(() -> BulkRequest.read(JsonText.object(json), 3))
                    .as(400, "invalidSyntax")
                    .saying("Operations");
        }

        @Test
        @Tag("P-3.7.4-01")
        void with_too_many_operations_is_refused_by_413_that_names_the_limit() {
            BulkBody bulk = aBulk().raw("1").raw("2").raw("3");

            assertThat(read(bulk).operations()).hasSize(3);
            refused(() -> read(bulk.raw("4"))).as(413).saying("maxOperations (3)", "4");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "1.5", "'1'", "true", "[]", "{}"})
        @Tag("P-3.7-04")
        void with_a_limit_of_errors_that_is_none_is_refused(String limit) {
            BulkBody bulk = aBulk().raw("1").with("failOnErrors", JsonText.value(limit));
            refused(() -> read(bulk)).as(400, "invalidValue").saying("failOnErrors");
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "7, 7", "99999999999999999999, 2147483647", "null, 2147483647"})
        @Tag("P-3.7-04")
        void may_say_how_many_errors_are_accepted(String limit, int expected) {
            BulkBody bulk = aBulk().raw("1").with("failOnErrors", JsonText.value(limit));
            assertThat(read(bulk).errorLimit()).isEqualTo(expected);
        }

        @Test
        void may_write_its_names_in_any_case() {
            BulkRequest request = BulkRequest.read(
                    JsonText.object(
                            "{'SCHEMAS': ['" + BulkBody.SCHEMA.toUpperCase(java.util.Locale.ROOT)
                                    + "'], 'failonerrors': 2, 'operations': [{'Method': 'delete', 'PATH': '/Users/1', 'Version': null}]}"),
                    3);

            assertThat(request.errorLimit()).isEqualTo(2);
            assertThat(((Call) request.operations().get(0)).line().method()).isEqualTo(Method.DELETE);
        }
    }

    @Nested
    @Tag("P-3.7-02")
    class AnOperation {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "17 | object",
                    "[] | object",
                    "'POST' | object",
                    "null | object",
                    "{} | method",
                    "{'path': '/Users'} | method",
                    "{'method': 'GET', 'path': '/Users/1'} | method must be POST, PUT, PATCH or DELETE",
                    "{'method': 5, 'path': '/Users/1'} | method",
                    "{'method': '', 'path': '/Users/1'} | method",
                    "{'method': 'DELETE'} | path",
                    "{'method': 'DELETE', 'path': 5} | path",
                    "{'method': 'DELETE', 'path': null} | path",
                    "{'method': 'DELETE', 'path': ['/Users/1']} | path",
                    "{'method': 'DELETE', 'path': '/Users/1', 'version': 5} | version",
                    "{'method': 'POST', 'path': '/Users', 'data': {}} | bulkId",
                    "{'method': 'POST', 'path': '/Users', 'bulkId': '', 'data': {}} | bulkId",
                    "{'method': 'POST', 'path': '/Users', 'bulkId': 5, 'data': {}} | bulkId",
                    "{'method': 'DELETE', 'path': '/Users/1', 'bulkId': {}} | bulkId",
                    "{'method': 'POST', 'path': '/Users', 'bulkId': 'a'} | data",
                    "{'method': 'POST', 'path': '/Users', 'bulkId': 'a', 'data': null} | data",
                    "{'method': 'POST', 'path': '/Users', 'bulkId': 'a', 'data': '{}'} | data",
                    "{'method': 'PUT', 'path': '/Users/1', 'data': []} | data",
                    "{'method': 'PATCH', 'path': '/Users/1', 'data': [{'op': 'remove'}]} | single PATCH"
                })
        void that_says_nothing_that_could_be_tried_stays_alone(String json, String mention) {
            BulkRequest request = read(aBulk().raw(json).post("b", aUser()));

            ScimException fault = ((Misfit) request.operations().get(0)).fault();
            assertThat(fault.scimType()).contains(ScimType.INVALID_SYNTAX);
            assertThat(fault.detail()).contains(mention);
            assertThat(request.operations().get(1)).isInstanceOf(Call.class);
        }

        @Test
        void that_has_a_name_twice_stays_alone_and_is_recognised() {
            BulkRequest request =
                    read(aBulk().raw("{'method': 'DELETE', 'METHOD': 'PUT', 'path': '/Users/1', 'bulkId': 'a'}")
                            .post("b", aUser()));

            Misfit misfit = (Misfit) request.operations().get(0);
            assertThat(misfit.fault().scimType()).contains(ScimType.INVALID_SYNTAX);
            assertThat(misfit.fault().detail()).contains("METHOD", "twice");
            assertThat(misfit.label().bulkId()).contains("a");
            assertThat(request.operations().get(1)).isInstanceOf(Call.class);
        }

        @Test
        void that_is_wrong_is_still_recognised() {
            Label label = read(aBulk().raw("{'method': 'post', 'bulkId': 'a'}"))
                    .operations()
                    .get(0)
                    .label();

            assertThat(label.method()).contains("POST");
            assertThat(label.bulkId()).contains("a");
        }

        @Test
        void that_deletes_needs_no_data_and_does_not_look_at_it() {
            Call call =
                    (Call) read(aBulk().raw("{'method': 'DELETE', 'path': '/Users/1', 'data': {'value': 'bulkId:a'}}"))
                            .operations()
                            .get(0);

            assertThat(call.references()).isEmpty();
        }
    }
}
