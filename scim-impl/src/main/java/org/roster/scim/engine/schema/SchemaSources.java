package org.roster.scim.engine.schema;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.SchemaProvider;
import org.roster.scim.spi.SchemasChanged;
import org.roster.scim.spi.ServiceStarting;

/**
 * Where schemas and resource types come from: the product's own documents, those of the deployment, those of the operator's
 * folder, and beans of the deployment. A mistake in one of them ends the start, with one message.
 */
@ApplicationScoped
public class SchemaSources {

    private static final System.Logger LOG = System.getLogger(SchemaSources.class.getName());

    private final Configuration configuration;
    private final Iterable<SchemaProvider> providers;
    private final Iterable<? extends EntityMapping<?>> mappings;
    private final Optional<Iterable<ResourceStore>> stores;

    /** For the CDI proxy. */
    protected SchemaSources() {
        this(new Configuration(), List.of(), List.of(), Optional.empty());
    }

    /**
     * Takes the beans that CDI knows.
     *
     * @param configuration names the folder
     * @param providers beans of type {@link SchemaProvider}
     * @param mappings beans of type {@link EntityMapping}
     * @param stores beans of type {@link ResourceStore}; asked when the service starts, because they know the registry
     */
    @Inject
    public SchemaSources(
            Configuration configuration,
            @Any Instance<SchemaProvider> providers,
            @Any Instance<EntityMapping<?>> mappings,
            @Any Instance<ResourceStore> stores) {
        this(configuration, providers, mappings, Optional.of(stores));
    }

    private SchemaSources(
            Configuration configuration,
            Iterable<SchemaProvider> providers,
            Iterable<? extends EntityMapping<?>> mappings,
            Optional<Iterable<ResourceStore>> stores) {
        this.configuration = configuration;
        this.providers = providers;
        this.mappings = mappings;
        this.stores = stores;
    }

    /**
     * Takes beans as given, without a container and without stores: every type is published.
     *
     * @param configuration names the folder
     * @param providers in the order in which they are asked
     * @return the sources
     */
    public static SchemaSources of(Configuration configuration, List<SchemaProvider> providers) {
        return new SchemaSources(configuration, providers, List.of(), Optional.empty());
    }

    /**
     * The same with mappings.
     *
     * @param given how resource types lie on a product's entities
     * @return the sources
     */
    public SchemaSources with(List<? extends EntityMapping<?>> given) {
        return new SchemaSources(configuration, providers, List.copyOf(given), stores);
    }

    /**
     * What is wrong with the mappings, as far as schemas can tell.
     *
     * @return a sentence for each mistake
     */
    public List<String> mappingMistakes() {
        return mapped(catalogs().common().resourceTypes()).mistakes();
    }

    /**
     * Reads everything.
     *
     * @return the resource types of this service
     */
    @Produces
    @Singleton
    public SchemaRegistry registry() {
        try {
            SchemaRegistry registry = new SchemaRegistry(List.of());
            readInto(registry, type -> true);
            return registry;
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("SCIM07001 The schemas cannot be used. " + e.getMessage(), e);
        }
    }

    /** Before others look at the types: leaves out those that no store keeps. */
    void publish(
            @Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ServiceStarting start, SchemaRegistry registry) {
        List<String> unkept = registry.ofAllTenants().stream()
                .filter(type -> !isKept(type))
                .map(ResourceType::name)
                .distinct()
                .toList();
        if (!unkept.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "SCIM07004 No store keeps resources of these types, so they are not published: {0}",
                    String.join(", ", unkept));
            registry.retain(this::isKept);
        }
    }

    private boolean isKept(ResourceType type) {
        return stores.map(all -> !kept(all, List.of(type)).isEmpty()).orElse(true);
    }

    /**
     * The types that a store keeps; requests for others would find nobody to answer them.
     *
     * @param stores all that there are
     * @param types in any order
     * @return in the same order
     */
    public static List<ResourceType> kept(Iterable<ResourceStore> stores, List<ResourceType> types) {
        return types.stream()
                .filter(type ->
                        StreamSupport.stream(stores.spliterator(), false).anyMatch(store -> store.keeps(type)))
                .toList();
    }

    void tell(@Observes ServiceStarting start, SchemaRegistry registry) {
        LOG.log(
                System.Logger.Level.INFO,
                "SCIM07002 Resource types: {0}",
                registry.resourceTypes().stream()
                        .map(t -> t.name() + " at " + t.endpoint())
                        .collect(Collectors.joining(", ")));
    }

    /** Reads everything anew; if there is a mistake, whoever fired the event gets it, and nothing changes. */
    void change(@Observes SchemasChanged changed, SchemaRegistry registry) {
        readInto(registry, this::isKept);
    }

    private void readInto(SchemaRegistry registry, Predicate<ResourceType> published) {
        TenantCatalogs catalogs = catalogs();
        List<ResourceType> types = mapped(catalogs.common().resourceTypes()).narrowed();
        Map<String, List<ResourceType>> ofTenants = new LinkedHashMap<>();
        catalogs.resourceTypes()
                .forEach((tenant, all) -> ofTenants.put(tenant, mapped(all).narrowed()));
        registry.replaceWith(types, ofTenants, published);
        catalogs.unused()
                .forEach(schema ->
                        LOG.log(System.Logger.Level.WARNING, "SCIM07003 No resource type uses the schema {0}", schema));
    }

    private MappedSchemas mapped(List<ResourceType> types) {
        return new MappedSchemas(types, mappings);
    }

    private TenantCatalogs catalogs() {
        SchemaCatalog catalog = BuiltInSchemas.catalog();
        catalog.add(SchemaDocument.in(deployment()));
        configuration.schemas().ifPresent(folder -> catalog.add(SchemaDocument.in(folder, "")));
        providers.forEach(p -> p.resourceTypes().forEach(type -> catalog.addWithSchemas(type, p.name())));
        providers.forEach(p -> p.extensions().forEach((type, added) -> catalog.extend(type, added, p.name())));
        return configuration
                .schemas()
                .map(folder -> TenantCatalogs.read(catalog, folder))
                .orElseGet(() -> new TenantCatalogs(catalog, Map.of()));
    }

    /** The class loader of the deployment, which on some servers is not the one of this class. */
    private static ClassLoader deployment() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(SchemaSources.class::getClassLoader);
    }
}
