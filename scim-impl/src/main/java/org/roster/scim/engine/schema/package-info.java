/**
 * Schemas at work: loading them, reading values by them, binding filters and queries to them. Start with {@link org.roster.scim.engine.schema.ResourceReader}. Knows neither HTTP nor stores.
 */
@NullMarked
package org.roster.scim.engine.schema;

import org.jspecify.annotations.NullMarked;
