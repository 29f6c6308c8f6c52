package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.database.Parameters;

/**
 * Finds the entities that mapped ones are joined to.
 *
 * @param em to read with
 * @param mapped type of the resource
 * @param tenant whose it is
 */
record Joined(EntityManager em, MappedType mapped, String tenant) {

    /** Those that match, two at most. */
    List<Object> find(Class<?> entity, Function<Search, Condition> which) {
        From from = new From(type(entity).getName() + " d", "d");
        Parameters parameters = new Parameters();
        Search search = new Search(from, parameters, tenant, new Search.Numbers());
        Condition condition = which.apply(search).and(ofTenant(entity, search));
        return condition.equals(Condition.NONE)
                ? List.of()
                : Statement.of(em, "select d from " + from + " where " + condition.text(), Object.class, parameters)
                        .setMaxResults(2)
                        .getResultList();
    }

    private EntityType<?> type(Class<?> entity) {
        return em.getMetamodel().entity(entity);
    }

    /** That it belongs to the tenant, where it has the same field for it; others are common to all tenants. */
    private Condition ofTenant(Class<?> entity, Search search) {
        Optional<Field> field = mapped.scope().tenant();
        if (field.isEmpty()) {
            return Condition.ALL;
        }
        List<Attribute<?, ?>> steps = field.get().steps().stream().toList();
        Attribute<?, ?> first = steps.get(0);
        if (first.isAssociation() && first.getJavaType().equals(entity)) {
            // The tenant's own entity, for instance the company.
            return equal(search, new Field(steps.subList(1, steps.size())));
        }
        boolean same = type(entity).getAttributes().stream()
                .anyMatch(a ->
                        a.getName().equals(first.getName()) && a.getJavaType().equals(first.getJavaType()));
        return same ? equal(search, field.get()) : Condition.ALL;
    }

    private Condition equal(Search search, Field field) {
        return Condition.certain(
                search.from().path(field) + " = " + search.parameters().add(tenant));
    }
}
