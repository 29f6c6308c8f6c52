/**
 * What a product is told of changes, as CDI events. Start with {@link org.roster.scim.event.ResourceChanging}, which can be
 * refused, and {@link org.roster.scim.event.ResourceChanged}, which has happened. Knows no store and no HTTP.
 */
@NullMarked
package org.roster.scim.event;

import org.jspecify.annotations.NullMarked;
