/**
 * The endpoints; the only place that knows HTTP. Start with {@link org.roster.scim.engine.rest.ResourceEndpoint}.
 */
@NullMarked
package org.roster.scim.engine.rest;

import org.jspecify.annotations.NullMarked;
