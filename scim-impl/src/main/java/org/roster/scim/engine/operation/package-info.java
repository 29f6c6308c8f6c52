/**
 * The operations of the protocol, one recipe each. Start with any of them, for instance {@link org.roster.scim.engine.operation.PatchResource}. Knows no HTTP and no particular store.
 */
@NullMarked
package org.roster.scim.engine.operation;

import org.jspecify.annotations.NullMarked;
