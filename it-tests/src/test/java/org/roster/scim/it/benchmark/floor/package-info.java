/**
 * The floor: what a server and a database cost when nothing stands between them. No SCIM, no JPA, no security. Knows nothing
 * of the other packages, because it is deployed alone.
 */
@NullMarked
package org.roster.scim.it.benchmark.floor;

import org.jspecify.annotations.NullMarked;
