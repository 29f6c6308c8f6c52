/**
 * A store of one's own, over something that is no database: read {@link org.roster.scim.it.ownstore.FileStore}. Its tests are
 * what the kit makes of it.
 */
@NullMarked
package org.roster.scim.it.ownstore;

import org.jspecify.annotations.NullMarked;
