package org.roster.scim.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All resource types of a service and the schemas they use. Immutable. */
public final class SchemaRegistry {

    private final List<ResourceType> resourceTypes;
    private final Map<String, ResourceType> byEndpoint = new LinkedHashMap<>();
    private final Map<String, ResourceType> byName = new LinkedHashMap<>();
    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    /**
     * Makes a registry.
     *
     * @param resourceTypes in the order in which they are published
     * @throws IllegalArgumentException if two share a name or an endpoint (RFC 7643 erratum 8475)
     */
    public SchemaRegistry(List<ResourceType> resourceTypes) {
        this.resourceTypes = List.copyOf(resourceTypes);
        for (ResourceType type : this.resourceTypes) {
            if (byEndpoint.put(type.endpoint(), type) != null || byName.put(type.name(), type) != null) {
                throw new IllegalArgumentException(
                        "two resource types share the name " + type.name() + " or the endpoint " + type.endpoint());
            }
            schemas.put(fold(type.schema().id()), type.schema());
            type.extensions().forEach(e -> schemas.put(fold(e.schema().id()), e.schema()));
        }
    }

    /**
     * The resource types.
     *
     * @return in the order in which they are published
     */
    public List<ResourceType> resourceTypes() {
        return resourceTypes;
    }

    /**
     * Finds the resource type of an endpoint.
     *
     * @param endpoint with the slash, case-sensitive: {@code /Users}
     * @return empty if there is none
     */
    public Optional<ResourceType> byEndpoint(String endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint));
    }

    /**
     * Finds a resource type.
     *
     * @param name case-sensitive: {@code User}
     * @return empty if there is none
     */
    public Optional<ResourceType> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The schemas of all resource types.
     *
     * @return each once
     */
    public List<Schema> schemas() {
        return new ArrayList<>(schemas.values());
    }

    /**
     * Finds a schema.
     *
     * @param urn its URI, in any case
     * @return empty if no resource type uses it
     */
    public Optional<Schema> schema(String urn) {
        return Optional.ofNullable(schemas.get(fold(urn)));
    }

    private static String fold(String urn) {
        return urn.toLowerCase(Locale.ROOT);
    }
}
