/** A small product with tables of its own, which knows nothing of SCIM. Some of its entities have setters, some behaviour, some neither. */
@NullMarked
package org.roster.scim.engine.store.mapped.product;

import org.jspecify.annotations.NullMarked;
