/**
 * Cursors as clients see them: positions, sealed so that nobody reads or makes one. Start with {@link org.roster.scim.engine.cursor.Cursors}. Knows no HTTP and no store.
 */
@NullMarked
package org.roster.scim.engine.cursor;

import org.jspecify.annotations.NullMarked;
