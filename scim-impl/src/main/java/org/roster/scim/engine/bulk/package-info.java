/**
 * Bulk requests: many operations in one, which may refer to each other's results. Start with {@link org.roster.scim.engine.bulk.Bulk}. It is no second engine: every operation goes through the recipes. Knows neither HTTP nor stores.
 */
@NullMarked
package org.roster.scim.engine.bulk;

import org.jspecify.annotations.NullMarked;
