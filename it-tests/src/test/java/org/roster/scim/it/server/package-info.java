/**
 * The server under test: which lane runs ({@link org.roster.scim.it.server.Lane}), the WAR it gets
 * ({@link org.roster.scim.it.server.ShippedWar}), where it answers ({@link org.roster.scim.it.server.RosterServer}), its
 * log, its database, and its restart. Knows nothing of SCIM beyond the base URL.
 */
@NullMarked
package org.roster.scim.it.server;

import org.jspecify.annotations.NullMarked;
