/**
 * Tells the product's observers of changes. Start with {@link org.roster.scim.engine.event.ResourceEvents}. Knows neither
 * operations nor stores: who calls it says when.
 */
@NullMarked
package org.roster.scim.engine.event;

import org.jspecify.annotations.NullMarked;
