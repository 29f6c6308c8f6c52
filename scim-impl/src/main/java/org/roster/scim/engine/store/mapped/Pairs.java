package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.database.Parameters;

/**
 * Who hangs together with one resource, as the database has it. However many they are, the statements are few.
 *
 * @param em of the running transaction
 * @param tenant whose
 * @param relation the members of the resource, or its groups
 * @param id of the resource
 */
record Pairs(EntityManager em, String tenant, Relation relation, Object id) {

    /** The ids of those whom SCIM sees. */
    Set<Object> ids() {
        return visible("");
    }

    /** Those of the ids that are among them. */
    Set<Object> ids(Collection<Object> among) {
        Set<Object> found = new HashSet<>();
        for (List<Object> some : Rows.some(among)) {
            found.addAll(visible(" and " + otherId(relation.pairs("")) + " in ?1", some));
        }
        return found;
    }

    private String otherId(From pairs) {
        return pairs.path(relation.other().id().field());
    }

    private Set<Object> visible(String which, Object... values) {
        Parameters parameters = Parameters.of(values);
        From pairs = relation.pairs("");
        Condition visible = visible(pairs, parameters);
        if (visible.equals(Condition.NONE)) {
            return Set.of();
        }
        String own = relation.ownId("") + " = " + parameters.add(id);
        String text = "select " + otherId(pairs) + " from " + pairs + " where " + own + which + and(visible);
        return new HashSet<>(Statement.list(em, text, Object.class, parameters));
    }

    private Condition visible(From from, Parameters parameters) {
        return relation.other().scope().visible(new Search(from, parameters, tenant, new Search.Numbers()));
    }

    private static String and(Condition condition) {
        return condition.equals(Condition.ALL) ? "" : " and " + condition.text();
    }

    /**
     * The other ends, and the rows of the join entity between, if there is one.
     *
     * @param others entities
     * @param rows entities; empty for a many-to-many
     */
    record Entities(List<Object> others, List<Object> rows) {
        Entities {
            others = List.copyOf(others);
            rows = List.copyOf(rows);
        }
    }

    /** Of all, whether SCIM sees them or not. */
    Entities entities() {
        return new Entities(entities(relation.pairs("").alias(), ""), rows(""));
    }

    /** Of those with one of the ids, who are among them. */
    Entities entities(Collection<Object> among) {
        List<Object> others = new ArrayList<>();
        List<Object> rows = new ArrayList<>();
        for (List<Object> some : Rows.some(among)) {
            MappedType other = relation.other();
            String text = "select e from " + other.entityName() + " e where e."
                    + other.id().field() + " in ?1";
            // The other ends first: a provider that reads them together with the rows takes a statement for each.
            others.addAll(Statement.entities(em, text, Parameters.of(some)).getResultList());
            rows.addAll(rows(" and " + otherId(relation.pairs("")) + " in ?1", some));
        }
        return new Entities(others, rows);
    }

    private List<Object> rows(String which, Object... values) {
        return relation.membership().joinEntity().isPresent() ? entities("r", which, values) : List.of();
    }

    private List<Object> entities(String alias, String which, Object... values) {
        Parameters parameters = Parameters.of(values);
        String text = "select " + alias + " from " + relation.pairs("") + " where " + relation.ownId("") + " = "
                + parameters.add(id) + which;
        return Statement.entities(em, text, parameters).getResultList();
    }

    /**
     * Entities that could become members, by their ids. Whoever wants to delete one of them waits; who is deleted at this moment
     * is waited for, and not there.
     */
    Map<Object, Object> candidates(Collection<Object> ids) {
        Map<Object, Object> found = new HashMap<>();
        for (List<Object> some : Rows.some(ids)) {
            found.putAll(locked(some));
        }
        return found;
    }

    private Map<Object, Object> locked(List<Object> ids) {
        MappedType other = relation.other();
        String name = "e." + other.id().field();
        String text = "select " + name + " from " + other.entityName() + " e where " + name + " in ?1 order by " + name;
        Statement.of(em, text, Object.class, Parameters.of(ids))
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        Search search = Search.of(other, tenant);
        Condition visible = other.scope().visible(search);
        if (visible.equals(Condition.NONE)) {
            return Map.of();
        }
        String column = search.from().path(other.id().field());
        String which = column + " in " + search.parameters().add(ids) + and(visible);
        Map<Object, Object> found = new HashMap<>();
        Statement.list(
                        em,
                        "select " + column + ", e from " + search.from() + " where " + which,
                        Object[].class,
                        search.parameters())
                .forEach(row -> found.put(row[0], row[1]));
        return found;
    }
}
