package org.roster.scim.engine.schema;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
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

    /** For the CDI proxy. */
    protected SchemaSources() {
        this(new Configuration(), List.of());
    }

    /**
     * Takes the beans that CDI knows.
     *
     * @param configuration names the folder
     * @param providers beans of type {@link SchemaProvider}
     */
    @Inject
    public SchemaSources(Configuration configuration, @Any Instance<SchemaProvider> providers) {
        this(configuration, (Iterable<SchemaProvider>) providers);
    }

    private SchemaSources(Configuration configuration, Iterable<SchemaProvider> providers) {
        this.configuration = configuration;
        this.providers = providers;
    }

    /**
     * Takes beans as given, without a container.
     *
     * @param configuration names the folder
     * @param providers in the order in which they are asked
     * @return the sources
     */
    public static SchemaSources of(Configuration configuration, List<SchemaProvider> providers) {
        return new SchemaSources(configuration, providers);
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
            return new SchemaRegistry(resourceTypes());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("SCIM07001 The schemas cannot be used. " + e.getMessage(), e);
        }
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
        registry.replaceWith(resourceTypes());
    }

    private List<ResourceType> resourceTypes() {
        SchemaCatalog catalog = BuiltInSchemas.catalog();
        catalog.add(SchemaDocument.in(deployment()));
        configuration.schemas().ifPresent(folder -> catalog.add(SchemaDocument.in(folder)));
        providers.forEach(p -> p.resourceTypes().forEach(type -> catalog.addWithSchemas(type, p.name())));
        providers.forEach(p -> p.extensions().forEach((type, added) -> catalog.extend(type, added, p.name())));
        List<ResourceType> types = catalog.resourceTypes();
        catalog.unused()
                .forEach(schema ->
                        LOG.log(System.Logger.Level.WARNING, "SCIM07003 No resource type uses the schema {0}", schema));
        return types;
    }

    /** The class loader of the deployment, which on some servers is not the one of this class. */
    private static ClassLoader deployment() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(SchemaSources.class::getClassLoader);
    }
}
