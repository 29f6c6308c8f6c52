package org.roster.scim.engine.schema;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;

/**
 * ResourceType resources as JSON, in both directions. What the RFC has no word for stands in a member {@code roster} of the
 * document and is not published.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-6">RFC 7643 §6</a>
 */
public final class ResourceTypeDocuments {

    /** The schema of a ResourceType resource. */
    public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";

    private static final JsonProvider JSON = JsonProvider.provider();

    private ResourceTypeDocuments() {}

    static ResourceType read(JsonObject document, Map<String, Schema> schemas) {
        String name = document.getString("name");
        ResourceType.Builder type = ResourceType.of(
                        name, document.getString("endpoint"), schema(document.getString("schema"), name, schemas))
                .description(document.getString("description", ""));
        if (document.containsKey("schemaExtensions")) {
            type.extensions(document.getJsonArray("schemaExtensions").stream()
                    .map(e -> e.asJsonObject())
                    .map(e -> new SchemaExtension(
                            schema(e.getString("schema"), name, schemas), e.getBoolean("required", false)))
                    .toList());
        }
        if (document.containsKey("roster")) {
            readOwn(document.getJsonObject("roster"), type);
        }
        return type.build();
    }

    private static void readOwn(JsonObject own, ResourceType.Builder type) {
        List<JsonString> display =
                own.containsKey("display") ? own.getJsonArray("display").getValuesAs(JsonString.class) : List.of();
        type.displayAttributes(display.stream().map(JsonString::getString).toList());
        if (own.containsKey("membership")) {
            JsonObject membership = own.getJsonObject("membership");
            type.membership(new Membership(
                    membership.getString("attribute"),
                    Optional.ofNullable(membership.getJsonString("inverse")).map(JsonString::getString)));
        }
    }

    private static Schema schema(String urn, String resourceType, Map<String, Schema> schemas) {
        @Nullable Schema schema = schemas.get(urn);
        if (schema == null) {
            throw new IllegalArgumentException(
                    "resource type " + resourceType + " names the schema " + urn + ", which is not defined");
        }
        return schema;
    }

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
