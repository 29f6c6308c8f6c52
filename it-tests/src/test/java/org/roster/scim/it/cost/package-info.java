/** What a request costs the database, whatever the sizes of groups and pages. Begin with {@code StatementsIT}. */
@NullMarked
package org.roster.scim.it.cost;

import org.jspecify.annotations.NullMarked;
