package org.roster.scim.engine.store.jpa;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.store.MemberChanges;
import org.roster.scim.engine.store.jpa.QueryRunner.Directory;
import org.roster.scim.engine.store.jpa.ResourceLookup.Found;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Brake;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.LongResource;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.StoreFeatures;

/**
 * The directory: resources of every type in the service's own tables. Read {@code package-info} and the migrations for the
 * tables; each method here is one transaction, unless {@link #atomically} puts several into one.
 */
@ApplicationScoped
@Priority(Integer.MAX_VALUE) // asked last: it keeps every type
public class JpaResourceStore
        implements ResourceStore.Reads,
                ResourceStore.Queries,
                ResourceStore.Creates,
                ResourceStore.Updates,
                ResourceStore.Deletes,
                ResourceStore.Atomic {

    private static final JsonProvider JSON = JsonProvider.provider();

    /**
     * Bounds what a large group takes of the memory; so many rows cost far more than the statement that finds them. Texts stay
     * below half a megabyte: in a heap of less than two gigabytes G1 takes larger ones for humongous, and looks through the heap
     * for each request.
     */
    private static final MemberTable.Size MEMBERS_AT_ONCE = new MemberTable.Size(10_000, 1_000);

    /** Code points. With four bytes for each, an index row of PostgreSQL has place for it. */
    private static final int LONGEST_DISPLAY = 500;

    private final Retries retries;
    private final Relations relations;
    private final Walks walks;
    private final Braking braking;

    /** For the CDI proxy. */
    protected JpaResourceStore() {
        this(new NoTransactions(), new SchemaRegistry(List.of()), Brake.OFF);
    }

    /**
     * Makes the store.
     *
     * @param transactions runs the work
     * @param registry has the resource types
     * @param brake is asked before a resource is deactivated or deleted
     */
    @Inject
    public JpaResourceStore(Transactions transactions, SchemaRegistry registry, Brake brake) {
        this(new Retries(transactions), new Relations(registry), new Walks(Clock.systemUTC()), new Braking(brake));
    }

    private JpaResourceStore(Retries retries, Relations relations, Walks walks, Braking braking) {
        this.retries = retries;
        this.relations = relations;
        this.walks = walks;
        this.braking = braking;
    }

    @Override
    public boolean keeps(ResourceType type) {
        return true;
    }

    @Override
    public StoreFeatures features() {
        return new StoreFeatures(true, true, true, true);
    }

    @Override
    public Optional<ScimResource> read(RequestContext context, ResourceKey key, Projection projection) {
        return retries.read(em -> new ResourceLookup(em, relations.of(context.tenant()), context.tenant())
                .byId(key.type(), key.id(), projection));
    }

    @Override
    public Optional<LongResource> readLong(RequestContext context, ResourceKey key, Projection projection) {
        Optional<ResolvedPath> list =
                relations.of(context.tenant()).members(key.type()).filter(projection::wants);
        if (list.isEmpty()) {
            return read(context, key, projection).map(LongResource::whole);
        }
        ResolvedPath attribute = list.get();
        // The second piece is read outside of the first one's transaction.
        return retries.read(em -> new ResourceLookup(em, relations.of(context.tenant()), context.tenant())
                        .storedById(key.type(), key.id(), projection)
                        .map(found -> new Beginning(
                                found, new MemberTable(em).piece(attribute, key.id(), "", MEMBERS_AT_ONCE))))
                .map(beginning -> beginning.goOn(retries, attribute));
    }

    /** A group and the first of its members. */
    private record Beginning(Found found, MemberTable.Piece members) {

        LongResource goOn(Retries retries, ResolvedPath attribute) {
            StoredResource group = found.stored();
            List<MemberElements> apart = Stream.concat(
                            found.groups().stream(), Stream.of(members.parts().get(0)))
                    .toList();
            return new LongResource(
                    ResourceAssembler.assemble(group, apart),
                    new MemberPieces(retries, group, attribute, MEMBERS_AT_ONCE, members));
        }
    }

    private static Optional<StoredResource> find(EntityManager em, RequestContext context, ResourceKey key) {
        return em.createQuery(
                        "select " + StoredResource.COLUMNS
                                + " from ResourceRow r where r.id = ?1 and r.tenant = ?2 and r.type = ?3",
                        Object[].class)
                .setParameter(1, key.id())
                .setParameter(2, context.tenant())
                .setParameter(3, key.type().name())
                .getResultStream()
                .findFirst()
                .map(StoredResource::of);
    }

    private static JournalWriter journal(EntityManager em, RequestContext context) {
        return new JournalWriter(em, context);
    }

    private static StoredResource require(EntityManager em, RequestContext context, ResourceKey key) {
        return find(em, context, key)
                .orElseThrow(() -> ScimException.notFound(key.type().name(), key.id()));
    }

    @Override
    public QueryResult query(RequestContext context, Query query) {
        return new Totals(retries, context.tenant())
                .around(totals -> retries.read(em -> new QueryRunner(
                                em, new Directory(relations.of(context.tenant()), walks, totals), context, query)
                        .result()));
    }

    @Override
    public ScimResource create(
            RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
        long now = DateTimes.now().toEpochMilli();
        JsonObject document = without(relations.of(context.tenant()).apart(type), attributes);
        StoredResource stored = new StoredResource(
                TimeOrderedId.at(now), context.tenant(), type.name(), 1, now, now, DocumentText.write(document));
        return retries.call(
                em -> {
                    new ResourceWriter(em, relations.of(context.tenant()), type, journal(em, context))
                            .insert(stored, document, members(type, attributes));
                    ResourceLookup lookup = new ResourceLookup(em, relations.of(context.tenant()), context.tenant());
                    return lookup.assembled(lookup.asNew(stored, type), type, projection);
                },
                em -> new IndexTables(em, type).taken(context.tenant(), stored.id(), document));
    }

    private MemberChanges members(ResourceType type, JsonObject attributes) {
        MemberChanges changes = new MemberChanges(() -> JsonValue.EMPTY_JSON_ARRAY, ids -> JsonValue.EMPTY_JSON_ARRAY);
        relations
                .members(type)
                .filter(attribute ->
                        attributes.containsKey(attribute.attribute().name()))
                .map(attribute -> new AttributeChange.AddElements(
                        attribute, attributes.getJsonArray(attribute.attribute().name())))
                .ifPresent(changes::apply);
        return changes;
    }

    private static JsonObject without(Set<String> names, JsonObject attributes) {
        JsonObjectBuilder rest = JSON.createObjectBuilder(attributes);
        names.forEach(rest::remove);
        return rest.build();
    }

    @Override
    public ScimResource update(RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        ResourceType type = key.type();
        return braking.around(brakes -> retries.call(
                em -> {
                    ResourceLookup lookup = new ResourceLookup(em, relations.of(context.tenant()), context.tenant());
                    Found before = lookup.storedById(type, key.id(), projection)
                            .orElseThrow(() -> ScimException.notFound(type.name(), key.id()));
                    update.precondition().check(Long.toString(before.stored().version()));
                    StoredResource after = new ResourceWriter(
                                    em, relations.of(context.tenant()), type, journal(em, context))
                            .write(before.stored(), brakes.counting(update, em, context, type));
                    return lookup.assembled(before.with(after), type, projection);
                },
                em -> find(em, context, key)
                        .map(before -> update.applyTo(
                                ResourceAssembler.bare(before),
                                Holding.apart(relations.of(context.tenant()).apart(type))))
                        .flatMap(document -> new IndexTables(em, type).taken(context.tenant(), key.id(), document))));
    }

    @Override
    public ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
        StoredResource gone = braking.around(brakes -> retries.call(em -> {
            StoredResource stored = require(em, context, key);
            precondition.check(Long.toString(stored.version()));
            brakes.count(em, context, key.type());
            journal(em, context).deleting(key.type(), stored);
            new References(em, relations.of(context.tenant()), stored, journal(em, context)).remove();
            int deleted = em.createQuery("delete from ResourceRow r where r.id = ?1 and r.version = ?2")
                    .setParameter(1, stored.id())
                    .setParameter(2, stored.version())
                    .executeUpdate();
            if (deleted == 0) {
                throw new Retries.Collision();
            }
            ValueTable.clear(em, stored.id());
            return stored;
        }));
        return ResourceAssembler.bare(gone);
    }

    @Override
    public <T> T atomically(Function<ResourceStore, T> work) {
        return braking.around(brakes ->
                retries.whole(em -> work.apply(new JpaResourceStore(retries.within(em), relations, walks, brakes))));
    }

    /** What others show of a resource. It is in an index, and what would be too long for that is shortened. */
    static @Nullable String display(ResourceType type, JsonObject document) {
        return type.displayAttributes().stream()
                .filter(document::containsKey)
                .map(name -> document.getString(name, ""))
                .findFirst()
                .map(text -> text.codePointCount(0, text.length()) <= LONGEST_DISPLAY
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST_DISPLAY - 1)) + "…")
                .orElse(null);
    }
}
