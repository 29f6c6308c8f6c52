package org.roster.scim.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.roster.scim.testing.Refusals.assertRefused;

import jakarta.json.JsonValue;
import java.util.Collections;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.error.ScimException;
import org.roster.scim.error.ScimType;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.path.AttributePath;
import org.roster.scim.testing.Json;

/** A PATCH body as clients send it: RFC 7644 §3.5.2. Single quotes stand for double ones. */
@Tag("P-3.5.2-02")
class PatchRequestTest {

    private static final String SCHEMAS = "'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp']";

    @Nested
    class Messages {

        @Test
        @Tag("P-3.5.2-06")
        void operations_come_in_the_order_in_which_they_were_sent() {
            PatchRequest request = parse("{" + SCHEMAS + """
                    ,'Operations':[{'op':'add','path':'members','value':[{'value':'1'}]},
                    {'op':'remove','path':'members[value eq \\'2\\']'},
                    {'op':'replace','value':{'active':false}}]}""");

            assertThat(request.operations())
                    .extracting(PatchOperation::op)
                    .containsExactly(PatchOperation.Op.ADD, PatchOperation.Op.REMOVE, PatchOperation.Op.REPLACE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'add'}]}",
                    "{'SCHEMAS':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'operations':[{'OP':'add'}]}",
                    "{'Schemas':['URN:ietf:params:SCIM:api:messages:2.0:patchop'],'OPERATIONS':[{'Op':'ADD'}]}",
                    "{'schemas':['urn:x','urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[{'op':'Add'}]}",
                    "{'Operations':[{'op':'add'}],'more':1,'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp']}",
                })
        @Tag("S-2.1-01")
        @Tag("S-2.3.8-01")
        @Tag("P-3.5.2-03")
        void names_may_be_in_any_case_and_order(String body) {
            assertThat(parse(body).operations()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{'Operations':[{'op':'add'}]}",
                    "{'schemas':null,'Operations':[{'op':'add'}]}",
                    "{'schemas':[],'Operations':[{'op':'add'}]}",
                    "{'schemas':[1],'Operations':[{'op':'add'}]}",
                    "{'schemas':'urn:ietf:params:scim:api:messages:2.0:PatchOp','Operations':[{'op':'add'}]}",
                    "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User'],'Operations':[{'op':'add'}]}",
                })
        @Tag("S-2.1-03")
        void a_body_without_its_schema_is_refused(String body) {
            assertRefused(ScimType.INVALID_SYNTAX, () -> parse(body)).contains(PatchRequest.SCHEMA);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ",'Operations':null", ",'Operations':[]", ",'Operations':{}", ",'Operations':'x'"})
        void a_body_without_operations_is_refused(String operations) {
            assertRefused(ScimType.INVALID_SYNTAX, () -> parse("{" + SCHEMAS + operations + "}"))
                    .contains("Operations");
        }
    }

    @Nested
    class Operations {

        @ParameterizedTest
        @CsvSource({
            "add, ADD",
            "Add, ADD",
            "ADD, ADD",
            "remove, REMOVE",
            "Remove, REMOVE",
            "replace, REPLACE",
            "RePlAcE, REPLACE"
        })
        @Tag("P-3.5.2-03")
        @Tag("V-ENTRA-01")
        void a_verb_may_be_in_any_case(String verb, PatchOperation.Op expected) {
            assertThat(operation("{'op':'" + verb + "'}").op()).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{'op':null}",
                    "{'op':1}",
                    "{'op':''}",
                    "{'op':'move'}",
                    "{'op':'test'}",
                    "{'op':' add'}",
                    "{'op':['add']}",
                    "{'path':'userName','value':'x'}"
                })
        @Tag("P-3.5.2-03")
        void another_verb_is_refused(String operation) {
            assertRefused(ScimType.INVALID_SYNTAX, () -> operation(operation))
                    .contains("Operations[0].op", "\"add\", \"remove\" or \"replace\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "1", "'add'", "[]", "[{'op':'add'}]"})
        void an_operation_that_is_no_object_is_refused(String operation) {
            assertRefused(ScimType.INVALID_SYNTAX, () -> operation(operation)).contains("Operations[0]");
        }

        @Test
        void a_refusal_names_the_operation() {
            assertRefused(
                            ScimType.INVALID_SYNTAX,
                            () -> parse("{" + SCHEMAS + ",'Operations':[{'op':'add'},{'op':'add'},{'op':'put'}]}"))
                    .contains("Operations[2]");
        }

        @Test
        @Tag("P-3.5.2-05")
        void path_and_value_are_kept_as_they_were_sent() {
            PatchOperation operation =
                    operation("{'OP':'add','PATH':'emails[type eq \\'work\\'].value','VALUE':['x',null]}");

            assertThat(operation.path()).get().hasToString("emails[type eq \"work\"].value");
            assertThat(operation.value()).contains(Json.value("['x',null]"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{'op':'replace'}", "{'op':'replace','path':null}"})
        @Tag("P-3.5.2.3-01")
        void an_operation_may_have_no_path(String operation) {
            assertThat(operation(operation).path()).isEmpty();
        }

        @Test
        @Tag("P-3.5.2.3-06")
        void null_is_a_value_and_an_absent_value_is_none() {
            assertThat(operation("{'op':'replace','path':'title','value':null}").value())
                    .contains(JsonValue.NULL);
            assertThat(operation("{'op':'remove','path':'title'}").value()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "true", "['userName']", "{}", "''", "'emails['", "'2nd'"})
        @Tag("P-3.5.2-04")
        void a_path_that_is_none_is_refused(String path) {
            assertRefused(ScimType.INVALID_PATH, () -> operation("{'op':'remove','path':" + path + "}"))
                    .isNotBlank();
        }

        @Test
        @Tag("P-3.5.2-04")
        void a_bad_filter_in_a_path_is_refused() {
            assertRefused(ScimType.INVALID_FILTER, () -> operation("{'op':'remove','path':'emails[type is 1]'}"))
                    .contains("did you mean \"eq\"?");
        }
    }

    @Nested
    class Limits {

        @Test
        void a_thousand_operations_are_taken_and_no_more() {
            assertThat(parse(messageOf(1_000)).operations()).hasSize(1_000);
            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> parse(messageOf(1_001)))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(413))
                    .withMessageContaining("1001")
                    .withMessageContaining("1000");
        }

        @Test
        void what_a_request_was_rewritten_to_has_the_same_limit() {
            PatchOperation remove = PatchOperation.of(PatchOperation.Op.REMOVE);

            assertThatExceptionOfType(ScimException.class)
                    .isThrownBy(() -> new PatchRequest(Collections.nCopies(1_001, remove)))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(413));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'operations':[{'op':'add'}]",
                    "'SCHEMAS':[]",
                    "'Operations':[{'op':'add','OP':'remove'}]",
                    "'Operations':[{'op':'add','path':'title','PATH':'active'}]",
                    "'Operations':[{'op':'add','value':1,'Value':2}]"
                })
        void a_name_that_appears_twice_in_different_case_is_refused(String more) {
            String operations = more.contains("Operations") ? "" : ",'Operations':[{'op':'add'}]";

            assertRefused(ScimType.INVALID_SYNTAX, () -> parse("{" + SCHEMAS + operations + "," + more + "}"))
                    .contains("appears twice");
        }

        private static String messageOf(int operations) {
            return "{" + SCHEMAS + ",'Operations':["
                    + String.join(",", Collections.nCopies(operations, "{'op':'add','path':'title','value':'x'}"))
                    + "]}";
        }
    }

    @Nested
    class Building {

        @Test
        void an_operation_can_be_made_and_changed_without_a_body() {
            PatchPath path = PatchPath.of(AttributePath.of("title"));
            PatchOperation add =
                    PatchOperation.of(PatchOperation.Op.ADD).at(path).with(JsonValue.TRUE);

            assertThat(add.as(PatchOperation.Op.REPLACE).op()).isEqualTo(PatchOperation.Op.REPLACE);
            assertThat(add.as(PatchOperation.Op.REPLACE).path()).contains(path);
            assertThat(add.withoutValue().value()).isEmpty();
            assertThat(add.value()).contains(JsonValue.TRUE);
        }
    }

    private static PatchOperation operation(String json) {
        return parse("{" + SCHEMAS + ",'Operations':[" + json + "]}")
                .operations()
                .get(0);
    }

    private static PatchRequest parse(String body) {
        return PatchRequest.parse(Json.object(body.replace("\\'", "\\\"")), FilterLimits.DEFAULT);
    }
}
