/** Bulk requests, by value and against stores. Start with {@link org.roster.scim.engine.bulk.BulkContract}. */
@NullMarked
package org.roster.scim.engine.bulk;

import org.jspecify.annotations.NullMarked;
