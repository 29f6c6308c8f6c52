package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.LockModeType;
import java.lang.reflect.AnnotatedElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * Creates, changes and deletes entities, each in the running transaction. What a client sees as the resource is read by columns,
 * after the entity is locked; so the state of the entity in the product's cache never matters.
 *
 * @param em of the running transaction
 * @param mapped type of the resource
 * @param tenant whose it is
 * @param evictions takes what the shared cache must forget
 */
record ResourceWriter(EntityManager em, MappedType mapped, String tenant, Evictions evictions) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Reads a resource. */
    Optional<ScimResource> read(Object id, Predicate<ResolvedPath> wanted) {
        Search search = Search.of(mapped, tenant);
        ResourceReader reader = new ResourceReader(mapped, wanted, search.from());
        Condition visible = mapped.scope().visible(search);
        if (visible.equals(Condition.NONE)) {
            return Optional.empty();
        }
        String column = search.from().path(mapped.id().field());
        Condition which =
                Condition.certain(column + " = " + search.parameters().add(id)).and(visible);
        reader.columns().add(column);
        if (reader.columns().toString().indexOf(',') < 0) {
            // With a single column a provider gives no array.
            reader.columns().add("1");
        }
        List<@Nullable Object[]> rows = Statement.list(
                em,
                "select " + reader.columns() + " from " + search.from() + " where " + which.text(),
                Object[].class,
                search.parameters());
        return reader.read(new Rows(em, tenant), rows).stream().findFirst();
    }

    /**
     * What was seen of a resource.
     *
     * @param resource empty if there is none
     * @param whole whether nobody changed it meanwhile
     */
    record Glance(Optional<ScimResource> resource, boolean whole) {}

    /** Reads a resource, of which all that lies in rows of its own is read by statements of its own. */
    Glance glance(Object id, Predicate<ResolvedPath> wanted) {
        Optional<ScimResource> resource = read(id, wanted);
        boolean apart = mapped.attributes().stream().anyMatch(a -> a instanceof ListAttribute && wanted.test(a.path()));
        if (resource.isEmpty() || !apart || mapped.fields().version().isEmpty()) {
            return new Glance(resource, true);
        }
        Parameters parameters = new Parameters();
        String text = "select e." + mapped.fields().version().get() + rowOf(parameters.add(id));
        boolean whole = Statement.list(em, text, Object.class, parameters).stream()
                .anyMatch(v -> v.toString().equals(resource.get().meta().version()));
        return new Glance(resource, whole);
    }

    /** Reads a resource that nobody can change meanwhile. */
    Optional<ScimResource> readLocked(Object id, Predicate<ResolvedPath> wanted) {
        lockRow(id);
        return read(id, wanted);
    }

    /** All but relations, which are never changed as a whole. */
    private Optional<ScimResource> current(Object id) {
        Set<String> apart = apart();
        return read(
                id,
                path -> path.extension().isPresent()
                        || !apart.contains(path.attribute().name()));
    }

    private Set<String> apart() {
        return mapped.related().map(r -> r.path().attribute().name()).collect(Collectors.toSet());
    }

    private Holding holding() {
        return new Holding(apart(), mapped.lasting());
    }

    /** Creates a resource and gives its id. */
    Object create(JsonObject attributes) {
        if (mapped.scope().tenant().isEmpty() && !tenant.equals(org.roster.scim.spi.Tenant.DEFAULT)) {
            throw ScimException.of(403, "there is no place for new resources of this tenant");
        }
        em.setFlushMode(FlushModeType.COMMIT);
        Object entity = mapped.mapping()
                .constructor()
                .<Object>map(c -> c.get())
                .orElseGet(() -> Accessor.make(mapped.mapping().entity()));
        EntityWriter writer = new EntityWriter(em, mapped, entity, tenant, JsonValue.EMPTY_JSON_OBJECT);
        JsonObject own = without(attributes);
        new Uniqueness(em, mapped, tenant, Optional.empty()).require(JsonValue.EMPTY_JSON_OBJECT, own);
        Scope scope = mapped.scope();
        scope.tenant().ifPresent(f -> writer.place(f, tenant));
        scope.restrictions().forEach(r -> writer.place(r.field(), r.value()));
        scope.owned().ifPresent(o -> writer.place(o.field(), o.value()));
        assignId(writer);
        writer.writeRow(own);
        Instant now = DateTimes.now();
        mapped.fields().created().filter(f -> writer.get(f).isEmpty()).ifPresent(f -> stamp(writer, f, now));
        mapped.fields().lastModified().ifPresent(f -> stamp(writer, f, now));
        em.persist(entity);
        writer.writeLists(own);
        write(own);
        Object id = writer.get(mapped.id().field())
                .orElseThrow(() -> new IllegalStateException("SCIM11009 a new " + mapped.entityName() + " got no id"));
        mapped.members()
                .filter(m -> attributes.containsKey(m.path().attribute().name()))
                .ifPresent(m -> new MemberWriter(this, m, entity, id)
                        .write(List.of(new AttributeChange.AddElements(
                                m.path(),
                                attributes.getJsonArray(m.path().attribute().name())))));
        flush(own);
        return id;
    }

    private JsonObject without(JsonObject attributes) {
        JsonObjectBuilder rest = JSON.createObjectBuilder(attributes);
        apart().forEach(rest::remove);
        return rest.build();
    }

    /** An id that nobody else makes is made here. */
    private void assignId(EntityWriter writer) {
        Field id = mapped.id().field();
        boolean generated = id.last().getJavaMember() instanceof AnnotatedElement member
                && member.isAnnotationPresent(GeneratedValue.class);
        boolean ours = id.type() == String.class || id.type() == UUID.class;
        if (ours && !generated && writer.get(id).isEmpty()) {
            UUID made = UUID.randomUUID();
            writer.set(id, id.type() == UUID.class ? made : made.toString());
        }
    }

    private static void stamp(EntityWriter writer, Field field, Instant now) {
        writer.set(field, new TimeType(field.type()).column(now));
    }

    /** Changes a resource. */
    void update(Object id, ResourceUpdate update) {
        Object entity = lock(id).orElseThrow(() -> notFound(id));
        ScimResource before = current(id).orElseThrow(() -> notFound(id));
        update.precondition().check(before.meta().version());
        EntityWriter writer = new EntityWriter(em, mapped, entity, tenant, before.attributes());
        JsonObject after = update.applyTo(before, holding());
        List<AttributeChange> memberChanges = mapped.members()
                .map(m -> update.changesOf(m.path().attribute().name()))
                .orElse(List.of());
        if (after.equals(before.attributes()) && memberChanges.isEmpty()) {
            return;
        }
        requireOwned(writer);
        new Uniqueness(em, mapped, tenant, Optional.of(id)).require(before.attributes(), after);
        boolean row = writer.writeRow(after);
        boolean written = writer.writeLists(after) || row;
        boolean moved = mapped.members()
                .filter(m -> !memberChanges.isEmpty())
                .map(m -> new MemberWriter(this, m, entity, id).write(memberChanges))
                .orElse(false);
        if (written || moved) {
            mapped.fields().lastModified().ifPresent(f -> stamp(writer, f, DateTimes.now()));
        }
        flush(after);
        if (moved && !written && mapped.fields().lastModified().isEmpty()) {
            // A forced lock would do, but EclipseLink ignores it where there is a lock already.
            mapped.touch(em, List.of(id));
        }
    }

    /** What the update would make of a resource, to find out why the database refused it. */
    Optional<JsonObject> attempted(Object id, ResourceUpdate update) {
        return current(id).map(before -> update.applyTo(before, holding()));
    }

    /** Deletes a resource and gives it as it was. */
    ScimResource delete(Object id, Precondition precondition) {
        Object entity = lock(id).orElseThrow(() -> notFound(id));
        ScimResource before = current(id).orElseThrow(() -> notFound(id));
        precondition.check(before.meta().version());
        EntityWriter writer = new EntityWriter(em, mapped, entity, tenant, before.attributes());
        requireOwned(writer);
        new Referrers(this, id).release();
        Scope scope = mapped.scope();
        if (scope.gone().isPresent() || scope.goneSince().isPresent()) {
            scope.remover().ifPresent(method -> removeBy(method, entity));
            scope.gone().ifPresent(g -> writer.set(g.field(), g.value()));
            scope.goneSince().ifPresent(f -> stamp(writer, f, DateTimes.now()));
            mapped.fields().lastModified().ifPresent(f -> stamp(writer, f, DateTimes.now()));
            mapped.relations().forEach(relation -> new Departure(this, relation, entity, id).changeGroups());
        } else {
            mapped.relations().forEach(relation -> new Departure(this, relation, entity, id).leave());
            em.remove(entity);
        }
        flush(JsonValue.EMPTY_JSON_OBJECT);
        return before;
    }

    /** The entity's own code may refuse to go. */
    private void removeBy(Consumer<Object> method, Object entity) {
        try {
            method.accept(entity);
        } catch (IllegalStateException refused) {
            throw ScimException.of(409, "this " + mapped.type().name() + " cannot be deleted: " + refused.getMessage());
        }
    }

    private void requireOwned(EntityWriter writer) {
        mapped.scope().owned().ifPresent(owned -> {
            if (!writer.get(owned.field()).filter(owned.value()::equals).isPresent()) {
                throw ScimException.of(
                        403, "this " + mapped.type().name() + " is not managed by SCIM; it can be read, not changed");
            }
        });
    }

    /**
     * The entity, locked; whether SCIM sees it is found out when its columns are read. The row is locked first and then read: an
     * entity that a query both reads and locks EclipseLink fills with all its collections.
     */
    private Optional<Object> lock(Object id) {
        em.setFlushMode(FlushModeType.COMMIT);
        lockRow(id);
        Parameters parameters = new Parameters();
        return Statement.entities(em, "select e" + rowOf(parameters.add(id)), parameters).getResultList().stream()
                .findFirst();
    }

    private void lockRow(Object id) {
        Parameters parameters = new Parameters();
        String text = "select e." + mapped.id().field() + rowOf(parameters.add(id));
        Statement.of(em, text, Object.class, parameters)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private String rowOf(String id) {
        return " from " + mapped.entityName() + " e where e." + mapped.id().field() + " = " + id;
    }

    /** Whatever the database has against it, it shall say now, and not before: an entity that is half written is in no order. */
    private void flush(JsonObject attributes) {
        write(attributes);
        em.setFlushMode(FlushModeType.AUTO);
    }

    private void write(JsonObject attributes) {
        Refusal.around(em::flush, new Suspects(mapped, attributes));
    }

    private ScimException notFound(Object id) {
        return ScimException.notFound(mapped.type().name(), id.toString());
    }
}
