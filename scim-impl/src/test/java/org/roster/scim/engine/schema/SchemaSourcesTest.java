package org.roster.scim.engine.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.SchemaProvider;
import org.roster.scim.spi.SchemasChanged;

/** Where schemas come from, and that they come together (RFC 7643 §§3.2, 3.3, 6, 7). */
class SchemaSourcesTest {

    private static final String GADGET = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:example:Gadget", "name": "Gadget",
             "attributes": [{"name": "label"}]}""";
    private static final String GADGETS = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "name": "Gadget",
             "endpoint": "/Gadgets", "schema": "urn:example:Gadget"}""";
    private static final String COLOR = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:example:Color",
             "attributes": [{"name": "color"}]}""";
    private static final String COLORED = """
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "name": "%s",
             "schemaExtensions": [{"schema": "urn:example:Color", "required": true}]}""";

    @TempDir
    private Path folder;

    @Test
    void without_a_folder_there_are_users_and_groups() {
        SchemaRegistry registry = SchemaSources.of(new Configuration(name -> null, Map.of()), List.of())
                .registry();
        assertThat(registry.resourceTypes()).extracting(ResourceType::name).containsExactly("User", "Group");
    }

    @Test
    @Tag("S-3.2-01")
    void the_order_of_the_documents_does_not_matter() throws IOException {
        write("1-extension-of-gadget.json", COLORED.replace("%s", "Gadget"));
        write("2-extension-of-user.json", COLORED.replace("%s", "User"));
        write("3-type.json", GADGETS);
        write("4-schemas.json", "[" + GADGET + "," + COLOR + "]");
        write("readme.txt", "not read");

        SchemaRegistry registry = sources().registry();

        ResourceType gadget = registry.byEndpoint("/Gadgets").orElseThrow();
        assertThat(gadget.resolve("urn:example:Color:color")).isPresent();
        assertThat(gadget.extensions()).extracting(SchemaExtension::required).containsExactly(true);
        assertThat(registry.byName("User").orElseThrow().extensions())
                .extracting(e -> e.schema().id())
                .containsExactly("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "urn:example:Color");
        assertThat(registry.schema("urn:example:gadget")).isPresent();
    }

    @Test
    void what_another_server_answers_can_be_a_document() throws IOException {
        write("schemas.json", "{\"totalResults\": 1, \"Resources\": [" + GADGET + "]}");
        write("types.json", "{\"totalResults\": 1, \"Resources\": [" + GADGETS + "]}");
        assertThat(sources().registry().byName("Gadget")).isPresent();
    }

    @Test
    void the_deployment_can_bring_documents() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("classes/META-INF/roster"));
        Files.writeString(inside.resolve("schemas.json"), "[" + GADGET + "," + GADGETS + "]");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL[] classes = {folder.resolve("classes").toUri().toURL()};
        try (URLClassLoader deployment = new URLClassLoader(classes, before)) {
            thread.setContextClassLoader(deployment);
            assertThat(SchemaSources.of(new Configuration(name -> null, Map.of()), List.of())
                            .registry()
                            .byName("Gadget"))
                    .isPresent();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void a_bean_can_bring_resource_types_and_extensions_and_change_them_while_the_service_runs() {
        List<Attribute> attributes =
                new ArrayList<>(List.of(Attribute.named("label").build()));
        SchemaProvider gadgets = new SchemaProvider() {
            @Override
            public List<ResourceType> resourceTypes() {
                return List.of(
                        ResourceType.of("Gadget", "/Gadgets", new Schema("urn:example:Gadget", "", "", attributes))
                                .build());
            }

            @Override
            public Map<String, List<SchemaExtension>> extensions() {
                Schema color = new Schema("urn:example:Color", "", "", attributes);
                return Map.of("User", List.of(new SchemaExtension(color, false)));
            }
        };
        SchemaSources sources = SchemaSources.of(new Configuration(name -> null, Map.of()), List.of(gadgets));
        SchemaRegistry registry = sources.registry();
        ResourceType before = registry.byName("Gadget").orElseThrow();
        assertThat(registry.byName("User").orElseThrow().resolve("urn:example:Color:label"))
                .isPresent();

        attributes.add(Attribute.named("size").build());
        assertThat(registry.byName("Gadget").orElseThrow()).isSameAs(before);
        sources.change(new SchemasChanged(), registry);
        assertThat(registry.byName("Gadget").orElseThrow().resolve("size")).isPresent();

        attributes.add(Attribute.named("not a name").build());
        assertThatThrownBy(() -> sources.change(new SchemasChanged(), registry))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attribute \"not a name\": this is no name")
                .hasMessageStartingWith(gadgets.name());
        assertThat(registry.byName("Gadget").orElseThrow().resolve("size")).isPresent();
    }

    @Test
    void a_mistake_ends_the_start_with_one_sentence() throws IOException {
        write("gadgets.json", GADGETS);
        assertThatThrownBy(() -> sources().registry())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("SCIM07001 The schemas cannot be used. gadgets.json: names the schema "
                        + "\"urn:example:Gadget\", which no document defines");
    }

    @Test
    void a_folder_that_is_none_ends_the_start() {
        Configuration configuration = new Configuration(name -> "/no/such/folder", Map.of());
        assertThatThrownBy(() -> SchemaSources.of(configuration, List.of()).registry())
                .hasMessage("SCIM07001 The schemas cannot be used. roster.schemas is \"/no/such/folder\"; "
                        + "that is no folder that can be read");
    }

    @Test
    void a_tenant_has_what_lies_in_its_folder_and_nobody_else_has() throws IOException {
        write("1-schema.json", COLOR);
        write("tenants/acme/gadgets.json", "[" + GADGET + "," + GADGETS + "]");
        write("tenants/acme/colored.json", COLORED.replace("%s", "User"));
        write("tenants/umbrella/colored.json", COLORED.replace("%s", "Group"));

        SchemaRegistry registry = sources().registry();

        SchemaRegistry acme = registry.of("acme");
        assertThat(acme.byEndpoint("/Gadgets")).isPresent();
        assertThat(user(acme).resolve("urn:example:Color:color")).isPresent();
        assertThat(acme.byName("Group")).isEqualTo(registry.byName("Group"));
        SchemaRegistry umbrella = registry.of("umbrella");
        assertThat(umbrella.byEndpoint("/Gadgets")).isEmpty();
        assertThat(umbrella.schema("urn:example:Color")).isPresent();
        assertThat(user(umbrella)).isSameAs(user(registry));
        assertThat(registry.of("other")).isSameAs(registry);
        assertThat(registry.schema("urn:example:Color")).isEmpty();
        assertThat(registry.schema("urn:example:Gadget")).isEmpty();
        assertThat(registry.ofAllTenants()).extracting(ResourceType::name).containsOnly("User", "Group", "Gadget");
        assertThat(registry.ofAllTenants()).hasSize(5);
    }

    private static ResourceType user(SchemaRegistry registry) {
        return registry.byName("User").orElseThrow();
    }

    @Test
    void what_tenants_have_changes_with_the_rest() throws IOException {
        SchemaSources sources = sources();
        SchemaRegistry registry = sources.registry();
        write("tenants/acme/gadgets.json", "[" + GADGET + "," + GADGETS + "]");
        assertThat(registry.of("acme").byName("Gadget")).isEmpty();
        sources.change(new SchemasChanged(), registry);
        assertThat(registry.of("acme").byName("Gadget")).isPresent();
    }

    @Test
    void two_tenants_may_have_the_same_schema_but_not_two_of_one_uri() throws IOException {
        write("tenants/acme/gadgets.json", "[" + GADGET + "," + GADGETS + "]");
        write("tenants/umbrella/mine.json", "[" + GADGET + "," + GADGETS + "]");
        assertThat(sources().registry().of("umbrella").byName("Gadget")).isPresent();

        write("tenants/umbrella/mine.json", "[" + GADGET.replace("label", "size") + "," + GADGETS + "]");
        assertThatThrownBy(() -> sources().registry())
                .hasMessage("SCIM07001 The schemas cannot be used. tenants/umbrella/mine.json[0]: the schema "
                        + "urn:example:Gadget is another one in tenants/acme/gadgets.json[0]; "
                        + "a URI must mean one schema for all tenants");
    }

    @Test
    void a_tenant_does_not_define_anew_what_everybody_has() throws IOException {
        write("gadgets.json", "[" + GADGET + "," + GADGETS + "]");
        write(
                "tenants/acme/gadgets.json",
                GADGET.replace("label", "size").replace("Gadget\", \"name", "gadget\", \"name"));
        assertThatThrownBy(() -> sources().registry())
                .hasMessageContaining("tenants/acme/gadgets.json: the schema urn:example:gadget is defined already, "
                        + "in gadgets.json[0]");
    }

    @Test
    void a_folder_that_cannot_be_that_of_a_tenant_ends_the_start() throws IOException {
        write("tenants/gadgets.json", GADGET);
        assertThatThrownBy(() -> sources().registry())
                .hasMessage(
                        "SCIM07001 The schemas cannot be used. tenants/gadgets.json must be a folder with the name of "
                                + "a tenant, and the documents of this tenant in it");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private SchemaSources sources() {
        return SchemaSources.of(new Configuration(name -> folder.toString(), Map.of()), List.of());
    }
}
