/**
 * The reference store, small enough to read at one sitting. {@link org.roster.scim.engine.store.memory.MemoryResourceStore} is all.
 */
@NullMarked
package org.roster.scim.engine.store.memory;

import org.jspecify.annotations.NullMarked;
