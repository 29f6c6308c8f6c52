/**
 * The engine as a jar inside of a product: {@link org.roster.scim.it.product} is built into a WAR, and both sides must work
 * as if the other one was not there.
 */
@NullMarked
package org.roster.scim.it.embedding;

import org.jspecify.annotations.NullMarked;
