package org.roster.scim.engine.store.mapped;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.error.ScimException;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.StoreFeatures;

/**
 * Resources on a product's own entities. It keeps the resource types that a CDI bean of type {@link EntityMapping} is for, in the
 * persistence unit of the product. Each method is one transaction, unless {@link #atomically} puts several into one.
 */
@ApplicationScoped
public class MappedResourceStore
        implements ResourceStore.Reads,
                ResourceStore.Queries,
                ResourceStore.Creates,
                ResourceStore.Updates,
                ResourceStore.Deletes,
                ResourceStore.Atomic {

    private static final int GLANCES = 3;

    private final Retries retries;
    private final MappedTypes types;
    private final Optional<Evictions> later;

    /** For the CDI proxy. */
    protected MappedResourceStore() {
        this(new NoTransactions(), new SchemaRegistry(List.of()), List.of());
    }

    /**
     * Takes the mappings that CDI knows.
     *
     * @param transactions on the product's persistence unit
     * @param registry has the resource types, narrowed to what is mapped
     * @param mappings beans of type {@link EntityMapping}
     */
    @Inject
    public MappedResourceStore(
            ProductTransactions transactions, SchemaRegistry registry, @Any Instance<EntityMapping<?>> mappings) {
        this(transactions, registry, mappings.stream().toList());
    }

    private MappedResourceStore(Transactions transactions, SchemaRegistry registry, List<EntityMapping<?>> mappings) {
        this(
                new Retries(transactions),
                new MappedTypes(registry, mappings, () -> transactions.read(EntityManager::getMetamodel)),
                Optional.empty());
    }

    private MappedResourceStore(Retries retries, MappedTypes types, Optional<Evictions> later) {
        this.retries = retries;
        this.types = types;
        this.later = later;
    }

    /**
     * Takes mappings as given, without a container.
     *
     * @param transactions on the product's persistence unit
     * @param registry has the resource types, narrowed to what is mapped
     * @param mappings one for each resource type
     * @return the store
     */
    public static MappedResourceStore of(
            Transactions transactions, SchemaRegistry registry, List<? extends EntityMapping<?>> mappings) {
        return new MappedResourceStore(transactions, registry, List.copyOf(mappings));
    }

    /**
     * Checks the mappings against JPA's metamodel.
     *
     * @param others mistakes that somebody else found
     * @throws IllegalStateException if there are any; its message tells all of them
     */
    public void check(List<String> others) {
        List<String> mistakes = new ArrayList<>(others);
        mistakes.addAll(types.mistakes());
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("SCIM11000 The mappings cannot be used.\n" + String.join("\n", mistakes));
        }
    }

    @Override
    public boolean keeps(ResourceType type) {
        return types.has(type);
    }

    @Override
    public StoreFeatures features() {
        boolean versions =
                types.all().stream().allMatch(t -> t.fields().version().isPresent());
        return new StoreFeatures(true, versions, true, false);
    }

    @Override
    public Optional<ScimResource> read(RequestContext context, ResourceKey key, Projection projection) {
        MappedType mapped = types.of(key.type());
        return mapped.id()
                .parse(key.id())
                .flatMap(id -> readWhole(em -> writer(em, context, mapped, new Evictions()), id, projection));
    }

    /** Whoever is changed faster than it can be read is locked for the time that reading takes. */
    private Optional<ScimResource> readWhole(
            Function<EntityManager, ResourceWriter> reader, Object id, Projection projection) {
        for (int i = 0; i < GLANCES; i++) {
            ResourceWriter.Glance seen = retries.read(em -> reader.apply(em).glance(id, projection::wants));
            if (seen.whole()) {
                return seen.resource();
            }
        }
        return retries.call(em -> reader.apply(em).readLocked(id, projection::wants));
    }

    private static ResourceWriter writer(
            EntityManager em, RequestContext context, MappedType mapped, Evictions evictions) {
        return new ResourceWriter(em, mapped, context.tenant(), evictions);
    }

    @Override
    public QueryResult query(RequestContext context, Query query) {
        MappedType mapped = types.of(query.selections().get(0).type());
        return retries.read(em -> new QueryRunner(em, mapped, context.tenant(), query).result());
    }

    @Override
    public ScimResource create(
            RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
        MappedType mapped = types.of(type);
        return writing(
                (em, evictions) -> {
                    ResourceWriter writer = writer(em, context, mapped, evictions);
                    Object id = writer.create(attributes);
                    return writer.read(id, projection::wants)
                            .orElseThrow(() -> new IllegalStateException(
                                    "SCIM11012 a new " + type + " is not among those that its mapping selects"));
                },
                em -> new Uniqueness(em, mapped, context.tenant(), Optional.empty()).blame(attributes));
    }

    @Override
    public ScimResource update(RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        MappedType mapped = types.of(key.type());
        Object id = mapped.id().parse(key.id()).orElseThrow(() -> notFound(key));
        return writing(
                (em, evictions) -> {
                    ResourceWriter writer = writer(em, context, mapped, evictions);
                    writer.update(id, update);
                    return writer.read(id, projection::wants).orElseThrow(() -> notFound(key));
                },
                em -> writer(em, context, mapped, new Evictions())
                        .attempted(id, update)
                        .flatMap(attributes ->
                                new Uniqueness(em, mapped, context.tenant(), Optional.of(id)).blame(attributes)));
    }

    @Override
    public ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
        MappedType mapped = types.of(key.type());
        Object id = mapped.id().parse(key.id()).orElseThrow(() -> notFound(key));
        return writing(
                (em, evictions) -> writer(em, context, mapped, evictions).delete(id, precondition),
                em -> Optional.empty());
    }

    private static ScimException notFound(ResourceKey key) {
        return ScimException.notFound(key.type().name(), key.id());
    }

    @Override
    public <T> T atomically(Function<ResourceStore, T> work) {
        return forgetting(evictions -> retries.whole(
                em -> work.apply(new MappedResourceStore(retries.within(em), types, Optional.of(evictions)))));
    }

    private <T> T writing(
            BiFunction<EntityManager, Evictions, T> work, Function<EntityManager, Optional<ScimException>> diagnosis) {
        return forgetting(evictions -> retries.call(em -> work.apply(em, evictions), diagnosis));
    }

    /** When all of the work is committed, the shared cache forgets what it changed. */
    private <T> T forgetting(Function<Evictions, T> work) {
        if (later.isPresent()) {
            return work.apply(later.get());
        }
        Evictions evictions = new Evictions();
        T result = work.apply(evictions);
        if (!evictions.none()) {
            retries.read(em -> {
                evictions.carryOut(em);
                return result;
            });
        }
        return result;
    }
}
