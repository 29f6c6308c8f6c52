package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.engine.database.Parameters;
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
        Set<Object> named = new HashSet<>(added);
        named.addAll(removed);
        Map<Object, Object> pairs = pairs(changes.replacesAll() ? Optional.empty() : Optional.of(named));
        Set<Object> there = pairs.keySet();
        Set<Object> gone = new HashSet<>(there);
        if (changes.replacesAll()) {
            gone.removeAll(added);
        } else {
            gone.retainAll(removed);
        }
        added.removeAll(there);
        Map<Object, Object> entities = entities(added);
        added.stream().filter(a -> !entities.containsKey(a)).findFirst().ifPresent(unknown -> {
            throw unknown(unknown.toString());
        });
        gone.forEach(member -> remove(Objects.requireNonNull(pairs.get(member))));
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

    /**
     * Those who are members and whom SCIM sees: their ids, with the row of the join entity, or what else JPA has.
     *
     * @param only of these ids; empty for all
     */
    private Map<Object, Object> pairs(Optional<Set<Object>> only) {
        Parameters parameters = new Parameters();
        From pairs = members.pairs("");
        Condition visible =
                members.other().scope().visible(new Search(pairs, parameters, tenant(), new Search.Numbers()));
        if (visible.equals(Condition.NONE) || only.filter(Set::isEmpty).isPresent()) {
            return Map.of();
        }
        String member = pairs.path(members.other().id().field());
        String row = members.membership().joinEntity().isPresent() ? "r" : pairs.alias();
        String which = members.ownId("") + " = " + parameters.add(id)
                + only.map(ids -> " and " + member + " in " + parameters.add(List.copyOf(ids)))
                        .orElse("")
                + (visible.equals(Condition.ALL) ? "" : " and " + visible.text());
        return Statement.of(
                        em(),
                        "select " + member + ", " + row + " from " + pairs + " where " + which,
                        Object[].class,
                        parameters)
                .getResultStream()
                .collect(Collectors.toMap(r -> r[0], r -> r[1], (a, b) -> a));
    }

    private Map<Object, Object> entities(Set<Object> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        MappedType other = members.other();
        Search search = Search.of(other, tenant());
        String column = search.from().path(other.id().field());
        Condition visible = other.scope().visible(search);
        if (visible.equals(Condition.NONE)) {
            return Map.of();
        }
        keep(ids);
        String which = column + " in " + search.parameters().add(List.copyOf(ids));
        return Statement.of(
                        em(),
                        "select " + column + ", e from " + search.from() + " where " + which
                                + (visible.equals(Condition.ALL) ? "" : " and " + visible.text()),
                        Object[].class,
                        search.parameters())
                .getResultStream()
                .collect(Collectors.toMap(r -> r[0], r -> r[1]));
    }

    /** Whoever wants to delete one of them waits; who is deleted at this moment is waited for. */
    private void keep(Set<Object> ids) {
        MappedType other = members.other();
        Parameters parameters = new Parameters();
        String text = "select e from " + other.entityName() + " e where e."
                + other.id().field() + " in " + parameters.add(List.copyOf(ids)) + " order by e."
                + other.id().field();
        Statement.of(em(), text, Object.class, parameters)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
    }

    /** Removes a row of the join entity, or a member. */
    private void remove(Object pair) {
        Optional<Membership.JoinEntity> join = members.membership().joinEntity();
        if (join.isEmpty()) {
            collection().remove(pair);
            evict(pair);
            return;
        }
        new Accessor(join.get().member().last()).get(pair).ifPresent(this::evict);
        if (collectionKeepsRows()) {
            collection().remove(pair);
        }
        em().remove(pair);
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
