/**
 * The contract of every store, for those who write one. Read {@link org.roster.scim.kit.store.ResourceStoreContract} first.
 * Published in a jar of its own, with the package {@code fixture}.
 */
@NullMarked
package org.roster.scim.kit.store;

import org.jspecify.annotations.NullMarked;
