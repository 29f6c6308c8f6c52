/**
 * A fast way in: fills a PostgreSQL with users and groups by COPY, past the service, with the rows that the service would
 * have written. Begin with {@link org.roster.scim.it.load.Loader}.
 */
@NullMarked
package org.roster.scim.it.load;

import org.jspecify.annotations.NullMarked;
