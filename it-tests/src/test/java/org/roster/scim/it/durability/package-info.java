/** No acknowledged write is lost: not to another writer, and not to a restart of the server. */
@NullMarked
package org.roster.scim.it.durability;

import org.jspecify.annotations.NullMarked;
