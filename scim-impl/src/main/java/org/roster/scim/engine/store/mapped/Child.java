package org.roster.scim.engine.store.mapped;

import java.util.Optional;

/**
 * A collection of an entity, and what its elements are.
 *
 * @param owner the entity with the collection
 * @param collection the collection
 * @param parent field of a child entity that points back; empty for embeddables and basic values
 */
record Child(Owner owner, Field collection, Optional<Field> parent) {

    /**
     * The entity with the collection.
     *
     * @param name in JPQL
     * @param id field of its id
     */
    record Owner(String name, Field id) {}

    boolean isEntity() {
        return ((jakarta.persistence.metamodel.PluralAttribute<?, ?, ?>) collection.last())
                        .getElementType()
                        .getPersistenceType()
                == jakarta.persistence.metamodel.Type.PersistenceType.ENTITY;
    }

    Class<?> elementType() {
        return ((jakarta.persistence.metamodel.PluralAttribute<?, ?, ?>) collection.last())
                .getElementType()
                .getJavaType();
    }

    /** The elements, from their owners. */
    From rows(String alias) {
        From owners = new From(owner.name() + " " + alias + "o", alias + "o");
        return new From(owners + " join " + owners.path(collection) + " " + alias, alias);
    }

    String ownerId(String alias) {
        return alias + "o." + owner.id();
    }

    /** Begins a subquery on the elements of the rows of a search. */
    String subquery(From rows, Search search) {
        return "select " + ownerId(rows.alias()) + " from " + rows + " where " + ownerId(rows.alias()) + " = "
                + search.from().path(owner.id());
    }
}
