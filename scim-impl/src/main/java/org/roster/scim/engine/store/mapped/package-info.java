/**
 * Resources on a product's own entities, as its {@link org.roster.scim.mapping.EntityMapping}s say. Start with
 * {@link org.roster.scim.engine.store.mapped.MappedResourceStore}. Reads are JPQL that selects columns, so they never touch the
 * state of an entity, and a filter is JPQL with bound values: the same SQL as by the Criteria API on both providers, and a
 * statement that one can read. Writes go through the entity, loaded and locked. No class of a product is known here, and no
 * JPA provider.
 */
@NullMarked
package org.roster.scim.engine.store.mapped;

import org.jspecify.annotations.NullMarked;
