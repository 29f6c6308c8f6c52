package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.engine.store.MemberChanges;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;

/**
 * Writes who is a member. Rows of a join entity come and go without the members being loaded; a many-to-many has no rows of its
 * own that JPA could write, so there the collection is loaded.
 *
 * @param members of the group
 * @param group the group's entity
 * @param id of the group
 * @param work the work this is part of
 */
record MemberWriter(ResourceWriter work, RelationAttribute members, Object group, Object id) {

    private EntityManager em() {
        return work.em();
    }

    private String tenant() {
        return work.tenant();
    }

    /** Does what an update wants, and says whether anything changed. */
    boolean write(List<AttributeChange> wanted) {
        MemberChanges changes = new MemberChanges(this::current, this::shown);
        wanted.forEach(changes::apply);
        if (changes.none()) {
            return false;
        }
        Set<Object> added = changes.added().stream().map(this::parsed).collect(Collectors.toSet());
        Set<Object> removed = changes.removed().stream()
                .flatMap(m -> members.other().id().parse(m).stream())
                .collect(Collectors.toSet());
        Pairs pairs = new Pairs(em(), tenant(), members, id);
        Set<Object> named = new HashSet<>(added);
        named.addAll(removed);
        Set<Object> there = changes.replacesAll() ? pairs.ids() : pairs.ids(named);
        Set<Object> gone = new HashSet<>(there);
        if (changes.replacesAll()) {
            gone.removeAll(added);
        } else {
            gone.retainAll(removed);
        }
        added.removeAll(there);
        Map<Object, Object> entities = pairs.candidates(added);
        added.stream().filter(a -> !entities.containsKey(a)).findFirst().ifPresent(unknown -> {
            throw unknown(unknown.toString());
        });
        remove(pairs.entities(gone));
        entities.values().forEach(this::add);
        if (!gone.isEmpty() || !added.isEmpty()) {
            work.evictions().add(em(), members.own().entity().getJavaType(), group);
            entities.values().forEach(this::evict);
        }
        return !gone.isEmpty() || !added.isEmpty();
    }

    private Object parsed(String member) {
        return members.other().id().parse(member).orElseThrow(() -> unknown(member));
    }

    private ScimException unknown(String member) {
        return ScimException.invalidValue(
                members.path() + ": there is no other resource with the id \"" + member + "\" that can be a member");
    }

    private JsonArray current() {
        return Optional.ofNullable(
                        members.load(new Rows(em(), tenant()), List.of(id)).get(id))
                .map(JsonValue::asJsonArray)
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    private JsonArray shown(Set<String> ids) {
        var array = JsonProvider.provider().createArrayBuilder();
        MappedType other = members.other();
        From from = new From(other.entityName() + " e", "e");
        Columns columns = new Columns(from);
        Columns.Column key = columns.add(other.id().field());
        RowAttribute.Reading reading = members.shown(columns);
        List<Object> parsed = ids.stream().map(this::parsed).toList();
        new Rows(em(), tenant())
                .each(
                        columns,
                        new Rows.Of(key, from.path(other.id().field()), parsed),
                        Rows.Where.all(),
                        row -> reading.of(row).ifPresent(array::add));
        return array.build();
    }

    private void remove(Pairs.Entities gone) {
        gone.others().forEach(this::evict);
        Optional<Membership.JoinEntity> join = members.membership().joinEntity();
        if (join.isEmpty() || collectionKeepsRows()) {
            (join.isEmpty() ? gone.others() : gone.rows()).forEach(collection()::remove);
        }
        gone.rows().forEach(em()::remove);
    }

    private void evict(Object member) {
        work.evictions().add(em(), members.other().entity().getJavaType(), member);
    }

    private void add(Object member) {
        Optional<Membership.JoinEntity> join = members.membership().joinEntity();
        if (join.isEmpty()) {
            collection().add(member);
            return;
        }
        Object row = Accessor.make(join.get().type());
        new Accessor(join.get().member().last()).set(row, member);
        join.get().group().ifPresent(g -> new Accessor(g.last()).set(row, group));
        join.get().values().forEach(v -> new Accessor(v.field().last()).set(row, v.value()));
        if (collectionKeepsRows()) {
            collection().add(row);
        }
        em().persist(row);
    }

    /** Without a field that leads to the group, only its collection knows whose a row is. */
    private boolean collectionKeepsRows() {
        return members.membership()
                .joinEntity()
                .flatMap(Membership.JoinEntity::group)
                .isEmpty();
    }

    private MemberCollection collection() {
        return new MemberCollection(em(), members.membership(), group);
    }
}
