package org.roster.scim.engine.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import org.roster.scim.schema.ResourceType;

/**
 * ResourceType resources as JSON, as they are published. What the RFC has no word for is not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-6">RFC 7643 §6</a>
 */
public final class ResourceTypeDocuments {

    /** The schema of a ResourceType resource. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private static final JsonProvider JSON = JsonProvider.provider();

    private ResourceTypeDocuments() {}

    /**
     * Writes a ResourceType resource.
     *
     * @param type the resource type
     * @return the resource, without meta
     */
    public static JsonObject write(ResourceType type) {
        JsonArrayBuilder extensions = JSON.createArrayBuilder();
        type.extensions()
                .forEach(e -> extensions.add(JSON.createObjectBuilder()
                        .add("schema", e.schema().id())
                        .add("required", e.required())));
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("schemas", JSON.createArrayBuilder().add(SCHEMA))
                .add("id", type.name())
                .add("name", type.name())
                .add("description", type.description())
                .add("endpoint", type.endpoint())
                .add("schema", type.schema().id());
        if (!type.extensions().isEmpty()) {
            json.add("schemaExtensions", extensions);
        }
        return json.build();
    }
}
