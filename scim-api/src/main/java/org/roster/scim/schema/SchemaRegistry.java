package org.roster.scim.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All resource types of a service and the schemas they use. Thread-safe. What is in it changes as a whole, and rarely: when
 * a product says {@link org.roster.scim.spi.SchemasChanged}.
 */
public final class SchemaRegistry {

    private volatile Content content;

    /**
     * Makes a registry.
     *
     * @param resourceTypes in the order in which they are published
     * @throws IllegalArgumentException if two share a name or an endpoint (RFC 7643 erratum 8475), or mean different
     *     schemas by one URI
     */
    public SchemaRegistry(List<ResourceType> resourceTypes) {
        this.content = new Content(resourceTypes);
    }

    /**
     * Puts other resource types in place of all there are. Requests that run go on with what they have found.
     *
     * @param resourceTypes in the order in which they are published
     * @throws IllegalArgumentException as the constructor; nothing is changed then
     */
    public void replaceWith(List<ResourceType> resourceTypes) {
        this.content = new Content(resourceTypes);
    }

    /**
     * The resource types.
     *
     * @return in the order in which they are published
     */
    public List<ResourceType> resourceTypes() {
        return content.resourceTypes;
    }

    /**
     * Finds the resource type of an endpoint.
     *
     * @param endpoint with the slash, case-sensitive: {@code /Users}
     * @return empty if there is none
     */
    public Optional<ResourceType> byEndpoint(String endpoint) {
        return Optional.ofNullable(content.byEndpoint.get(endpoint));
    }

    /**
     * Finds a resource type.
     *
     * @param name case-sensitive: {@code User}
     * @return empty if there is none
     */
    public Optional<ResourceType> byName(String name) {
        return Optional.ofNullable(content.byName.get(name));
    }

    /**
     * The schemas of all resource types.
     *
     * @return each once
     */
    public List<Schema> schemas() {
        return new ArrayList<>(content.schemas.values());
    }

    /**
     * Finds a schema.
     *
     * @param urn its URI, in any case
     * @return empty if no resource type uses it
     */
    public Optional<Schema> schema(String urn) {
        return Optional.ofNullable(content.schemas.get(fold(urn)));
    }

    private static String fold(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }

    /** What is in it at one time. */
    private static final class Content {
        private final List<ResourceType> resourceTypes;
        private final Map<String, ResourceType> byEndpoint = new LinkedHashMap<>();
        private final Map<String, ResourceType> byName = new LinkedHashMap<>();
        private final Map<String, Schema> schemas = new LinkedHashMap<>();

        Content(List<ResourceType> resourceTypes) {
            this.resourceTypes = List.copyOf(resourceTypes);
            for (ResourceType type : this.resourceTypes) {
                if (byEndpoint.put(type.endpoint(), type) != null || byName.put(type.name(), type) != null) {
                    throw new IllegalArgumentException(
                            "two resource types share the name " + type.name() + " or the endpoint " + type.endpoint());
                }
                add(type.schema());
                type.extensions().forEach(e -> add(e.schema()));
            }
        }

        private void add(Schema schema) {
            @Nullable Schema known = schemas.put(fold(schema.id()), schema);
            if (known != null && known != schema) {
                throw new IllegalArgumentException("there are two schemas with the URI " + schema.id());
            }
        }
    }
}
