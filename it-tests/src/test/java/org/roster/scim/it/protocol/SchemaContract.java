package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;

/** What the published schemas say, with the errata applied (RFC 7643 §2, §7, §8.7). */
interface SchemaContract extends Wire {
    Set<String> TYPES = Set.of("string", "boolean", "decimal", "integer", "dateTime", "reference", "binary", "complex");

    @Test
    @Tag("S-1.2-01")
    @Tag("S-2.3.8-02")
    @Tag("S-7-22")
    @Tag("S-7-23")
    @Tag("X-8415")
    default void only_a_complex_attribute_has_parts_and_its_parts_are_simple() {
        assertThat(attributes()).allSatisfy(attribute -> {
            boolean complex = attribute.getString("type").equals("complex");
            assertThat(parts(attribute)).as(attribute.getString("name")).hasSizeGreaterThanOrEqualTo(complex ? 1 : 0);
            assertThat(attribute.containsKey("subAttributes")).isEqualTo(complex);
            assertThat(parts(attribute)).allSatisfy(part -> {
                assertThat(part.getString("type")).isNotEqualTo("complex");
                assertThat(part).doesNotContainKey("subAttributes");
            });
        });
    }

    @Test
    @Tag("S-7-21")
    @Tag("S-2.3.8-03")
    @Tag("X-6004")
    default void a_simple_attribute_declares_case_and_uniqueness_and_a_complex_one_neither() {
        assertThat(everything()).allSatisfy(attribute -> {
            if (attribute.getString("type").equals("complex")) {
                assertThat(attribute).doesNotContainKeys("caseExact", "uniqueness");
            } else {
                assertThat(attribute).containsKeys("caseExact", "uniqueness");
                assertThat(attribute.getString("uniqueness")).isIn("none", "server", "global");
            }
        });
    }

    @Test
    @Tag("S-2.3.7-02")
    @Tag("X-5607")
    default void a_reference_is_case_exact_and_names_what_it_may_lead_to() {
        Set<String> types = scim().get("/ResourceTypes").resources().stream()
                .map(type -> type.getString("name"))
                .collect(Collectors.toSet());
        assertThat(everything().filter(each -> each.getString("type").equals("reference")))
                .isNotEmpty()
                .allSatisfy(reference -> {
                    assertThat(reference.getBoolean("caseExact")).isTrue();
                    assertThat(reference.getJsonArray("referenceTypes").getValuesAs(JsonString::getString))
                            .isNotEmpty()
                            .allMatch(to -> types.contains(to) || to.equals("external") || to.equals("uri"));
                });
        assertThat(everything().filter(each -> !each.getString("type").equals("reference")))
                .noneMatch(each -> each.containsKey("referenceTypes"));
    }

    @Test
    @Tag("S-2.3-01")
    @Tag("S-3.3-01")
    default void an_extension_adds_attributes_of_known_types_and_redefines_none() {
        Set<String> core = attributes(Urns.USER)
                .map(attribute -> attribute.getString("name").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(attributes(Urns.ENTERPRISE)).isNotEmpty().allSatisfy(added -> {
            assertThat(core).doesNotContain(added.getString("name").toLowerCase(Locale.ROOT));
            assertThat(TYPES).contains(added.getString("type"));
        });
    }

    @Test
    @Tag("S-3.1-01")
    default void id_external_id_and_meta_belong_to_no_schema() {
        assertThat(attributes())
                .extracting(attribute -> attribute.getString("name"))
                .doesNotContain("id", "externalId", "meta", "schemas");
    }

    @Test
    @Tag("S-2.1-02")
    @Tag("X-8924")
    default void names_have_the_form_of_the_rfc_or_are_ref() {
        assertThat(everything())
                .extracting(attribute -> attribute.getString("name"))
                .contains("$ref")
                .allMatch(name -> name.matches("[A-Za-z][-$_0-9A-Za-z]*|\\$ref"));
    }

    @Test
    @Tag("S-8.7-01")
    @Tag("S-4.2-01")
    @Tag("X-5368")
    @Tag("X-5606")
    @Tag("X-6011")
    @Tag("X-8471")
    @Tag("X-8472")
    default void single_attributes_are_as_the_errata_have_them() {
        assertThat(attribute(Urns.GROUP, "displayName").getBoolean("required")).isTrue();
        assertThat(attribute(Urns.USER, "x509Certificates", "value").getString("type"))
                .isEqualTo("binary");
        assertThat(attribute(Urns.GROUP, "members", "display").getString("type"))
                .isEqualTo("string");
        assertThat(attribute(Urns.USER, "groups", "$ref").getJsonArray("referenceTypes"))
                .containsExactly(Json.createValue("Group"));
        assertThat(attribute(Urns.ENTERPRISE, "manager", "value").getBoolean("caseExact"))
                .isTrue();
    }

    @Test
    @Tag("X-8417")
    @Tag("S-7-20")
    default void a_schema_is_a_resource_with_schemas_and_meta() {
        assertThat(scim().get("/Schemas").resources()).allSatisfy(schema -> {
            assertThat(schema.getJsonArray("schemas"))
                    .containsExactly(Json.createValue("urn:ietf:params:scim:schemas:core:2.0:Schema"));
            assertThat(schema.getJsonObject("meta").getString("resourceType")).isEqualTo("Schema");
            assertThat(schema.getString("name")).isNotBlank();
        });
    }

    @Test
    @Tag("S-6-01")
    @Tag("S-6-04")
    @Tag("X-7522")
    @Tag("X-8365")
    @Tag("X-8475")
    default void a_resource_type_has_a_name_and_an_endpoint_of_its_own() {
        ScimAnswer list = scim().get("/ResourceTypes").expect(200);
        assertThat(list.resources()).allSatisfy(type -> {
            assertThat(type.getJsonArray("schemas"))
                    .containsExactly(Json.createValue("urn:ietf:params:scim:schemas:core:2.0:ResourceType"));
            assertThat(type).containsKeys("name", "endpoint", "schema");
            if (type.containsKey("schemaExtensions")) {
                assertThat(type.get("schemaExtensions").getValueType()).isEqualTo(JsonValue.ValueType.ARRAY);
            }
        });
        assertThat(list.resources()).extracting(type -> type.getString("name")).doesNotHaveDuplicates();
        assertThat(list.resources())
                .extracting(type -> type.getString("endpoint"))
                .doesNotHaveDuplicates();
    }

    /** The attributes of all schemas, without their parts. */
    private Stream<JsonObject> attributes() {
        return scim().get("/Schemas").expect(200).resources().stream()
                .flatMap(schema -> schema.getJsonArray("attributes").getValuesAs(JsonObject.class).stream());
    }

    private Stream<JsonObject> everything() {
        return attributes().flatMap(attribute -> Stream.concat(Stream.of(attribute), parts(attribute).stream()));
    }

    private Stream<JsonObject> attributes(String schema) {
        return scim()
                .get("/Schemas/" + schema)
                .expect(200)
                .json()
                .getJsonArray("attributes")
                .getValuesAs(JsonObject.class)
                .stream();
    }

    private JsonObject attribute(String schema, String name, String... part) {
        JsonObject found = attributes(schema)
                .filter(attribute -> attribute.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
        return part.length == 0
                ? found
                : parts(found).stream()
                        .filter(each -> each.getString("name").equals(part[0]))
                        .findFirst()
                        .orElseThrow();
    }

    private static List<JsonObject> parts(JsonObject attribute) {
        return attribute.containsKey("subAttributes")
                ? attribute.getJsonArray("subAttributes").getValuesAs(JsonObject.class)
                : List.of();
    }
}
