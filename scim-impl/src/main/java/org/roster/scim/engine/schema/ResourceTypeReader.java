package org.roster.scim.engine.schema;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;

/**
 * Reads a ResourceType resource, with the member {@code roster} for what the RFC has no word for.
 *
 * @param document the resource
 * @param schemas finds a schema by its URI
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-6">RFC 7643 §6</a>
 */
record ResourceTypeReader(Definition document, Function<String, Optional<Schema>> schemas) {

    private static final List<String> MEMBERS =
            List.of("schemas", "id", "name", "description", "endpoint", "schema", "schemaExtensions", "meta", "roster");

    String name() {
        document.requireMembers(MEMBERS);
        String name = document.requiredText("name");
        if (!document.text("id").orElse(name).equals(name)) {
            throw document.mistake("id and name must be the same");
        }
        return name;
    }

    /** Whether it can stand alone: a document without an endpoint adds to a resource type that another one defines. */
    boolean hasEndpoint() {
        return document.text("endpoint").isPresent();
    }

    ResourceType read() {
        String endpoint = document.requiredText("endpoint");
        Schema schema = schema(document, document.requiredText("schema"));
        ResourceType.Builder type = begin(endpoint, schema)
                .description(document.text("description").orElse(""))
                .extensions(extensions());
        if (document.json().containsKey("roster")) {
            own(document.part("roster", document.json().get("roster")), type);
        }
        return type.build();
    }

    private ResourceType.Builder begin(String endpoint, Schema schema) {
        try {
            return ResourceType.of(name(), endpoint, schema);
        } catch (IllegalArgumentException wrongEndpoint) {
            throw document.mistake(String.valueOf(wrongEndpoint.getMessage()));
        }
    }

    /** What this document adds to a resource type that another one defines; what it repeats must be the same. */
    List<SchemaExtension> additionTo(ResourceType known) {
        Map<String, String> defined =
                Map.of("endpoint", known.endpoint(), "schema", known.schema().id());
        defined.forEach((member, value) -> document.text(member)
                .filter(said -> !said.equalsIgnoreCase(value))
                .ifPresent(said -> {
                    throw document.mistake(member + " is \"" + said + "\", but the resource type " + known.name()
                            + " is there already, with \"" + value + "\"; leave it out to add extensions");
                }));
        if (document.json().containsKey("roster")) {
            throw document.mistake("\"roster\" belongs to the document that defines the resource type " + known.name());
        }
        return extensions();
    }

    private List<SchemaExtension> extensions() {
        List<SchemaExtension> extensions = new ArrayList<>();
        for (JsonValue value : document.array("schemaExtensions")) {
            Definition extension = document.part("schemaExtensions[" + extensions.size() + "]", value);
            extension.requireMembers(List.of("schema", "required"));
            extensions.add(new SchemaExtension(
                    schema(extension, extension.requiredText("schema")), extension.flag("required")));
        }
        return extensions;
    }

    private static void own(Definition own, ResourceType.Builder type) {
        own.requireMembers(List.of("display", "membership"));
        type.displayAttributes(own.texts("display"));
        if (own.json().containsKey("membership")) {
            Definition membership = own.part("roster.membership", own.json().get("membership"));
            membership.requireMembers(List.of("attribute", "inverse"));
            type.membership(new Membership(membership.requiredText("attribute"), membership.text("inverse")));
        }
    }

    private Schema schema(Definition where, String urn) {
        return schemas.apply(urn)
                .orElseThrow(() -> where.mistake("names the schema \"" + urn + "\", which no document defines"));
    }
}
