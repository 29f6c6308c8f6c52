package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.fixture.JsonText;

/** What is wrong with a document, said so that its author finds the place (RFC 7643 §§2, 6, 7). */
class SchemaMistakesTest {

    static Stream<Arguments> attributes() {
        return Stream.of(
                wrong(
                        "{'name': 'a', 'type': 'strnig'}",
                        "\"a\": type \"strnig\" is not one of string, boolean, decimal, "
                                + "integer, dateTime, binary, reference, complex; did you mean \"string\"?"),
                wrong(
                        "{'name': 'a', 'type': 'datetime'}",
                        "\"a\": type \"datetime\" is not one of string, boolean, decimal, "
                                + "integer, dateTime, binary, reference, complex; did you mean \"dateTime\"?"),
                wrong(
                        "{'name': 'a', 'mutability': 'readonly'}",
                        "\"a\": mutability \"readonly\" is not one of readWrite, "
                                + "readOnly, immutable, writeOnly; did you mean \"readOnly\"?"),
                wrong(
                        "{'name': 'a', 'returned': 'allways'}",
                        "\"a\": returned \"allways\" is not one of default, always, "
                                + "never, request; did you mean \"always\"?"),
                wrong("{'name': 'a', 'uniqueness': true}", "\"a\": \"uniqueness\" must be a text, found true"),
                wrong(
                        "{'name': 'a', 'multivalued': true}",
                        "\"a\": \"multivalued\" is not known here; did you mean \"multiValued\"?"),
                wrong("{'name': 'a', 'required': 'yes'}", "\"a\": \"required\" must be true or false, found \"yes\""),
                wrong(
                        "{'name': '1st'}",
                        "\"1st\": this is no name; begin with a letter, then letters, digits, - and _, 80 characters at most (RFC 7643 §2.1)"),
                wrong("{'name': 'a', 'type': 'complex'}", "\"a\": is complex and has no subAttributes"),
                wrong("{'name': 'a', 'subAttributes': [{'name': 'b'}]}", "\"a\": is not complex and has subAttributes"),
                wrong(
                        "{'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'b', 'type': 'complex', 'subAttributes': [{'name': 'c'}]}]}",
                        "\"a.b\": is complex inside a complex attribute; a sub-attribute is simple (RFC 7643 §2.3.8)"),
                wrong(
                        "{'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'b', 'type': 'no'}]}",
                        "\"a.b\": type \"no\" is not one of string, boolean, decimal, integer, dateTime, binary, reference, complex"),
                wrong(
                        "{'name': 'a', 'type': 'reference'}",
                        "\"a\": is a reference and has no referenceTypes; name resource types, external or uri"),
                wrong(
                        "{'name': 'a', 'referenceTypes': ['User']}",
                        "\"a\": has referenceTypes, but its type is not reference"),
                wrong(
                        "{'name': 'a', 'type': 'reference', 'referenceTypes': ['Users']}",
                        "\"a\": referenceTypes has \"Users\", "
                                + "which is neither external, uri nor a resource type; did you mean \"User\"?"),
                wrong(
                        "{'name': 'a', 'type': 'boolean', 'canonicalValues': ['yes']}",
                        "\"a\": has canonicalValues, but its type is boolean"),
                wrong(
                        "{'name': 'a', 'type': 'binary', 'uniqueness': 'server'}",
                        "\"a\": is of type binary, whose values cannot be unique (RFC 7643 §2.3.6, erratum 6004)"),
                wrong(
                        "{'name': 'a', 'type': 'complex', 'subAttributes': [{'name': 'b', 'uniqueness': 'server'}]}",
                        "\"a.b\": is a sub-attribute; uniqueness is kept for whole attributes only"),
                wrong(
                        "{'name': 'a', 'mutability': 'writeOnly'}",
                        "\"a\": is writeOnly, so \"returned\" must be \"never\" (RFC 7643 §7)"));
    }

    private static Arguments wrong(String attribute, String sentence) {
        return Arguments.of(attribute, sentence);
    }

    @ParameterizedTest
    @MethodSource("attributes")
    @Tag("S-7-22")
    void a_mistake_in_an_attribute_is_named_with_its_document(String attribute, String sentence) {
        refused("{'id': 'urn:example:X', 'attributes': [" + attribute + "]}", "x.json, attribute " + sentence);
    }

    @Test
    @Tag("S-2.1-01")
    void two_names_that_differ_by_case_are_one() {
        refused(
                "{'id': 'urn:example:X', 'attributes': [{'name': 'Kind'}, {'name': 'kind'}]}",
                "x.json: attribute \"kind\" is there twice; the other is \"Kind\", and names have no case (RFC 7643 §2.1)");
        refused(
                "{'id': 'urn:example:X', 'attributes': [{'name': 'a', 'type': 'complex', "
                        + "'subAttributes': [{'name': 'b'}, {'name': 'b'}]}]}",
                "x.json, attribute \"a\": attribute \"b\" is there twice (RFC 7643 §2.1)");
    }

    static Stream<Arguments> schemas() {
        return Stream.of(
                wrong("{'attributes': [{'name': 'a'}]}", "x.json: \"id\" is missing; it must be a text"),
                wrong(
                        "{'id': 'Device', 'attributes': [{'name': 'a'}]}",
                        "x.json: id \"Device\" is not a URI; write for instance urn:example:2.0:Device"),
                wrong("{'id': 'urn:example:X'}", "x.json: the schema urn:example:X has no attributes"),
                wrong(
                        "{'id': 'urn:example:X', 'attributes': {}}",
                        "x.json: \"attributes\" must be an array, found OBJECT"),
                wrong(
                        "{'id': 'urn:example:X', 'attributes': ['a']}",
                        "x.json, attributes[0]: must be an object, found \"a\""),
                wrong(
                        "{'id': 'urn:example:X', 'attributes': [{'type': 'string'}]}",
                        "x.json, attributes[0]: \"name\" is missing; it must be a text"),
                wrong(
                        "{'id': 'urn:example:X', 'atributes': []}",
                        "x.json: \"atributes\" is not known here; did you mean \"attributes\"?"),
                wrong(
                        "{'id': 'urn:ietf:params:scim:schemas:core:2.0:User', 'attributes': [{'name': 'a'}]}",
                        "x.json: the schema urn:ietf:params:scim:schemas:core:2.0:User is defined already, in user.json"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void a_mistake_in_a_schema_is_named_with_its_document(String schema, String sentence) {
        refused(schema, sentence);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                wrong(
                        "'name': 'Gadget', 'endpoint': '/Gadgets', 'schema': 'urn:example:Gadjet'",
                        "y.json: names the schema \"urn:example:Gadjet\", which no document defines"),
                wrong("'name': 'Gadget', 'endpoint': '/Gadgets'", "y.json: \"schema\" is missing; it must be a text"),
                wrong(
                        "'name': 'Gadget', 'schema': 'urn:example:X'",
                        "y.json: there is no resource type Gadget to extend; a new one needs an endpoint and a schema"),
                wrong(
                        "'name': 'My Gadget', 'endpoint': '/Gadgets', 'schema': 'urn:example:X'",
                        "y.json: \"My Gadget\" cannot be the name of a resource type; "
                                + "begin with a letter, then letters, digits, - and _, 64 characters at most"),
                wrong(
                        "'id': 'gadget', 'name': 'Gadget', 'endpoint': '/Gadgets', 'schema': 'urn:example:X'",
                        "y.json: id and name must be the same"),
                wrong(
                        "'name': 'Gadget', 'endpoint': 'Gadgets', 'schema': 'urn:example:X'",
                        "y.json: endpoint of resource type Gadget is \"Gadgets\"; it must be a slash and one path segment, for instance /Users"),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/Bulk', 'schema': 'urn:example:X'",
                        "y.json: endpoint of resource type Gadget is \"/Bulk\", which belongs to the protocol (RFC 7644 §3.2); choose another"),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/me', 'schema': 'urn:example:X'",
                        "y.json: endpoint of resource type Gadget is \"/me\", which belongs to the protocol (RFC 7644 §3.2); choose another"),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/.search', 'schema': 'urn:example:X'",
                        "y.json: endpoint of resource type Gadget is \"/.search\"; it must be a slash and one path segment, for instance /Users"),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/Users', 'schema': 'urn:example:X'",
                        "y.json, resource type Gadget: the endpoint /Users belongs to the resource type User of resource-types.json[0] (RFC 7643 erratum 8475)"),
                wrong(
                        "'name': 'user', 'endpoint': '/Gadgets', 'schema': 'urn:example:X'",
                        "y.json, resource type user: the name belongs to the resource type User of resource-types.json[0] (RFC 7643 erratum 8475)"),
                wrong(
                        "'name': 'User', 'endpoint': '/People'",
                        "y.json: endpoint is \"/People\", but the resource type User is there already, with \"/Users\"; leave it out to add extensions"),
                wrong(
                        "'name': 'User', 'schemaExtensions': [{'schema': 'urn:ietf:params:scim:schemas:core:2.0:User'}]",
                        "y.json, resource type User: has the schema urn:ietf:params:scim:schemas:core:2.0:User twice"),
                wrong(
                        "'name': 'User', 'schemaExtensions': [{'schema': 'urn:example:Y'}]",
                        "y.json, schemaExtensions[0]: names the schema \"urn:example:Y\", which no document defines"),
                wrong(
                        "'name': 'User', 'schemaExtensions': [{'schema': 'urn:example:X', 'requierd': true}]",
                        "y.json, schemaExtensions[0]: \"requierd\" is not known here; did you mean \"required\"?"),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/Gadgets', 'schema': 'urn:example:X', 'roster': {'display': ['label']}",
                        "y.json, resource type Gadget, display: the schema urn:example:X has no attribute \"label\""),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/Gadgets', 'schema': 'urn:example:X', 'roster': {'membership': {'attribute': 'a'}}",
                        "y.json, resource type Gadget, membership: \"a\" must be multi-valued and complex with a sub-attribute \"value\""),
                wrong(
                        "'name': 'Gadget', 'endpoint': '/Gadgets', 'schema': 'urn:example:X'",
                        "y.json, resource type Gadget: its schema urn:example:X has the attribute \"ID\", which every resource has anyway; take it out (RFC 7643 §3.1)"));
    }

    @ParameterizedTest
    @MethodSource("types")
    @Tag("S-6-02")
    @Tag("S-6-04")
    void a_mistake_in_a_resource_type_is_named_with_its_document(String type, String sentence) {
        String attribute = sentence.contains("\"ID\"") ? "ID" : "a";
        refused(
                List.of(
                        schema("{'id': 'urn:example:X', 'attributes': [{'name': '" + attribute + "'}]}"),
                        new SchemaDocument(
                                "y.json",
                                JsonText.object(
                                        "{'schemas': ['" + ResourceTypeDocuments.SCHEMA + "'], " + type + "}"))),
                sentence);
    }

    @Test
    void a_document_must_say_what_it_is() {
        refused(
                List.of(new SchemaDocument("x.json", JsonText.object("{'id': 'urn:example:X'}"))),
                "x.json: \"schemas\" must list \"urn:ietf:params:scim:schemas:core:2.0:Schema\" or "
                        + "\"urn:ietf:params:scim:schemas:core:2.0:ResourceType\", to say what this is");
        refused(List.of(new SchemaDocument("x.json", JsonValue.TRUE)), "x.json: must be an object, found TRUE");
        refused(
                List.of(new SchemaDocument("x.json", JsonText.array("[1]"))),
                "x.json[0]: must be an object, found NUMBER");
    }

    @Test
    void a_schema_that_nobody_uses_is_told() {
        SchemaCatalog catalog =
                BuiltInSchemas.catalog().add(List.of(schema("{'id': 'urn:example:X', 'attributes': [{'name': 'a'}]}")));
        assertThat(catalog.unused()).containsExactly("urn:example:X of x.json");
    }

    private static void refused(String schema, String sentence) {
        refused(List.of(schema(schema)), sentence);
    }

    private static SchemaDocument schema(String schema) {
        return new SchemaDocument(
                "x.json", JsonText.object("{'schemas': ['" + SchemaDocuments.SCHEMA + "'], " + schema.substring(1)));
    }

    private static void refused(List<SchemaDocument> documents, String sentence) {
        assertThatThrownBy(() -> BuiltInSchemas.catalog().add(documents).resourceTypes())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
