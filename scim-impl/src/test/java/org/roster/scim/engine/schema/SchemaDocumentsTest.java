package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

/** Schema and ResourceType documents are read and written (RFC 7643 §6, §7). */
class SchemaDocumentsTest {

    static Stream<Schema> schemas() {
        return TestSchemas.REGISTRY.schemas().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void what_is_written_can_be_read_again(Schema schema) {
        Schema again = SchemaDocuments.read(SchemaDocuments.write(schema));

        assertThat(again.id()).isEqualTo(schema.id());
        assertThat(again.name()).isEqualTo(schema.name());
        assertThat(again.description()).isEqualTo(schema.description());
        assertThat(again.attributes()).isEqualTo(schema.attributes());
        assertThat(SchemaDocuments.write(again)).isEqualTo(SchemaDocuments.write(schema));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void each_characteristic_is_written(Schema schema) {
        JsonObject json = SchemaDocuments.write(schema);
        assertThat(json.getJsonArray("schemas")).isEqualTo(JsonText.array("['" + SchemaDocuments.SCHEMA + "']"));
        for (JsonObject attribute : json.getJsonArray("attributes").getValuesAs(JsonObject.class)) {
            assertThat(attribute)
                    .containsKeys("name", "type", "multiValued", "description", "required", "mutability", "returned");
            boolean complex = attribute.getString("type").equals("complex");
            assertThat(attribute.containsKey("subAttributes")).isEqualTo(complex);
            assertThat(attribute.containsKey("caseExact")).isEqualTo(!complex);
            assertThat(attribute.containsKey("uniqueness")).isEqualTo(!complex);
            assertThat(attribute.containsKey("referenceTypes"))
                    .isEqualTo(attribute.getString("type").equals("reference"));
        }
    }

    @Test
    @Tag("S-2.2-01")
    void what_is_not_said_has_the_defaults() {
        Schema schema = SchemaDocuments.read(
                JsonText.object("{'id': 'urn:x', 'attributes': [{'name': 'a', 'type': 'string'}, {'name': 'b'}]}"));
        assertThat(schema.attributes())
                .isEqualTo(List.of(
                        Attribute.named("a").build(), Attribute.named("b").build()));
    }

    @Test
    void a_keyword_that_is_not_known_is_refused() {
        for (String wrong :
                List.of("'type': 'text'", "'mutability': 'never'", "'returned': 'no'", "'uniqueness': 'yes'")) {
            JsonObject document = JsonText.object("{'id': 'urn:x', 'attributes': [{'name': 'a', " + wrong + "}]}");
            assertThatThrownBy(() -> SchemaDocuments.read(document))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("attribute \"a\": " + wrong.split("'", -1)[1]);
        }
    }

    @Test
    void a_resource_type_is_written_without_what_is_ours_alone() {
        JsonObject json = ResourceTypeDocuments.write(TestSchemas.GROUP);
        assertThat(json).isEqualTo(JsonText.object("""
                                {'schemas': ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'], 'id': 'Group', 'name': 'Group',
                                 'description': 'Group', 'endpoint': '/Groups', 'schema': 'urn:ietf:params:scim:schemas:core:2.0:Group'}"""));
        assertThat(ResourceTypeDocuments.write(
                                BuiltInSchemas.load().byName("User").orElseThrow())
                        .getJsonArray("schemaExtensions"))
                .isEqualTo(JsonText.array("[{'schema': '" + TestSchemas.ENTERPRISE + "', 'required': false}]"));
    }

    @Test
    void the_built_in_types_know_their_membership() {
        ResourceType group = TestSchemas.GROUP;
        assertThat(group.membership().orElseThrow().attribute()).isEqualTo("members");
        assertThat(group.membership().orElseThrow().inverse()).contains("groups");
        assertThat(TestSchemas.USER.membership()).isEmpty();
    }
}
