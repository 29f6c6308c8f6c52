package org.roster.scim.engine.store.mapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.roster.scim.spi.Tenant;

/**
 * Which rows are resources of a tenant.
 *
 * @param tenant field with the tenant's name
 * @param gone what a row has that is gone
 * @param goneSince field with the time since when a row is gone
 * @param remover method of the entity that removes it
 * @param restrictions what a row must have
 * @param owned what a row must have to be changed
 */
record Scope(
        Optional<Field> tenant,
        Optional<Mark> gone,
        Optional<Field> goneSince,
        Optional<Consumer<Object>> remover,
        List<Mark> restrictions,
        Optional<Mark> owned) {

    Scope {
        restrictions = List.copyOf(restrictions);
    }

    /**
     * A field and a value.
     *
     * @param field the field
     * @param value of the field's type
     */
    record Mark(Field field, Object value) {

        Condition condition(Search search) {
            String column = search.from().path(field);
            return Condition.on(column, column + " = " + search.parameters().add(value));
        }
    }

    /** That a row is a resource of the search's tenant. */
    Condition visible(Search search) {
        return ofTenant(search).and(there(search));
    }

    /** That a row is the tenant's; it may be gone. */
    Condition ofTenant(Search search) {
        return tenant.map(field -> {
                    String column = search.from().path(field);
                    return Condition.on(
                            column, column + " = " + search.parameters().add(search.tenant()));
                })
                .orElseGet(() -> Condition.of(search.tenant().equals(Tenant.DEFAULT)));
    }

    private Condition there(Search search) {
        List<Condition> conditions = new ArrayList<>();
        restrictions.forEach(r -> conditions.add(r.condition(search)));
        gone.ifPresent(g -> conditions.add(g.condition(search).not()));
        goneSince.ifPresent(since ->
                conditions.add(Condition.present(search.from().path(since)).not()));
        return Condition.and(conditions);
    }
}
