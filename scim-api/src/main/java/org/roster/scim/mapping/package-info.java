/**
 * How resources lie on a product's own JPA entities: one tree for each resource type, written by the product and produced as
 * CDI bean. Start with {@link org.roster.scim.mapping.EntityMapping}. Entities are named by class and their attributes by
 * text; JPA itself is not known here. Whether the names exist is found out at deployment.
 */
@NullMarked
package org.roster.scim.mapping;

import org.jspecify.annotations.NullMarked;
