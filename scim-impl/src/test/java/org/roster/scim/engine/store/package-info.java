/** The contract of every store. Read {@link org.roster.scim.engine.store.ResourceStoreContract} first. */
@NullMarked
package org.roster.scim.engine.store;

import org.jspecify.annotations.NullMarked;
