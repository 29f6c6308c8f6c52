/**
 * What the parts of the test kit have in common: {@link org.roster.scim.kit.MayAbort}. The contract of a store is in the
 * package {@code store}.
 */
@NullMarked
package org.roster.scim.kit;

import org.jspecify.annotations.NullMarked;
