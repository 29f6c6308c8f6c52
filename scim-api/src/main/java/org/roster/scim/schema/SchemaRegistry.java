package org.roster.scim.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All resource types of a service and the schemas they use. Some tenants may have more of them: whoever works for a tenant
 * asks {@link #of} first, once for a request. Thread-safe. What is in it changes as a whole, and rarely: when a product says
 * {@link org.roster.scim.spi.SchemasChanged}.
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
        this.content = new Content(resourceTypes, Map.of());
    }

    /**
     * Puts other resource types in place of all there are. Requests that run go on with what they have found.
     *
     * @param resourceTypes those of every tenant that is not named, in the order in which they are published
     * @param ofTenants all of those of a tenant that has others, by the names of tenants
     * @param published which of them are there; the others are left out
     * @throws IllegalArgumentException as the constructor, of one tenant; nothing is changed then
     */
    public void replaceWith(
            List<ResourceType> resourceTypes,
            Map<String, List<ResourceType>> ofTenants,
            Predicate<ResourceType> published) {
        Map<String, SchemaRegistry> tenants = new LinkedHashMap<>();
        ofTenants.forEach((tenant, types) -> tenants.put(tenant, new SchemaRegistry(some(types, published))));
        this.content = new Content(some(resourceTypes, published), tenants);
    }

    /**
     * Leaves resource types out, for every tenant.
     *
     * @param published which ones stay
     */
    public void retain(Predicate<ResourceType> published) {
        Content now = content;
        Map<String, List<ResourceType>> ofTenants = new LinkedHashMap<>();
        now.tenants.forEach((tenant, registry) -> ofTenants.put(tenant, registry.resourceTypes()));
        replaceWith(now.resourceTypes, ofTenants, published);
    }

    private static List<ResourceType> some(List<ResourceType> types, Predicate<ResourceType> published) {
        return types.stream().filter(published).toList();
    }

    /**
     * What there is for a tenant. To the others it does not exist.
     *
     * @param tenant its name
     * @return this one unless the tenant has others; then a registry that does not change
     */
    public SchemaRegistry of(String tenant) {
        return content.tenants.getOrDefault(tenant, this);
    }

    /**
     * The resource types of all tenants, for what is checked once for all. Types with the same name may be there several
     * times, with different extensions.
     *
     * @return each once
     */
    public Set<ResourceType> ofAllTenants() {
        Content now = content;
        Set<ResourceType> all = new LinkedHashSet<>(now.resourceTypes);
        now.tenants.values().forEach(tenant -> all.addAll(tenant.resourceTypes()));
        return all;
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
        private final Map<String, SchemaRegistry> tenants;

        Content(List<ResourceType> resourceTypes, Map<String, SchemaRegistry> tenants) {
            this.resourceTypes = List.copyOf(resourceTypes);
            this.tenants = Map.copyOf(tenants);
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
