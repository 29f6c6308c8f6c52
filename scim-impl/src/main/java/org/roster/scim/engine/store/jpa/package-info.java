/**
 * The directory inside the database: a document per resource, and indexes beside it. Start with {@link org.roster.scim.engine.store.jpa.JpaResourceStore}.
 */
@NullMarked
package org.roster.scim.engine.store.jpa;

import org.jspecify.annotations.NullMarked;
