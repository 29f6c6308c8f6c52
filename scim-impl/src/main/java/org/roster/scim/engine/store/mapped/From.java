package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.Attribute;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a statement selects from: rows, and the entities joined to them, each when it is first asked for. */
final class From {

    private final String rows;
    private final String alias;
    private final Map<String, String> joins = new LinkedHashMap<>();

    /**
     * Begins.
     *
     * @param rows for instance {@code Account e}
     * @param alias of what fields belong to
     */
    From(String rows, String alias) {
        this.rows = rows;
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    /** The field in the statement. */
    String path(Field field) {
        String at = alias;
        for (Attribute<?, ?> step : field.way()) {
            String next = at + "." + step.getName();
            at = step.isAssociation() ? joins.computeIfAbsent(next, way -> alias + "j" + joins.size()) : next;
        }
        return at + "." + field.last().getName();
    }

    /** For the statement; to be asked when all fields are known. */
    @Override
    public String toString() {
        StringBuilder from = new StringBuilder(rows);
        joins.forEach((way, joined) ->
                from.append(" left join ").append(way).append(' ').append(joined));
        return from.toString();
    }
}
