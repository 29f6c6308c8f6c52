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
        if (isTenant(entity)) {
            List<Attribute<?, ?>> steps = mapped.scope().tenant().orElseThrow().steps();
            return equal(search, new Field(steps.subList(1, steps.size())));
        }
        return tenantField(entity)
                .map(f -> equal(search, mapped.scope().tenant().orElseThrow()))
                .orElse(Condition.ALL);
    }

    /** Whether it is the tenant's own entity, for instance the company. */
    boolean isTenant(Class<?> entity) {
        return first().filter(f -> f.isAssociation() && f.getJavaType().equals(entity))
                .isPresent();
    }

    /** The field for the tenant, where the entity has the same one as the resource's entity. */
    Optional<Attribute<?, ?>> tenantField(Class<?> entity) {
        return first().filter(f -> type(entity).getAttributes().stream()
                .anyMatch(
                        a -> a.getName().equals(f.getName()) && a.getJavaType().equals(f.getJavaType())));
    }

    private Optional<Attribute<?, ?>> first() {
        return mapped.scope().tenant().map(field -> field.steps().get(0));
    }

    private Condition equal(Search search, Field field) {
        return Condition.certain(
                search.from().path(field) + " = " + search.parameters().add(tenant));
    }
}
