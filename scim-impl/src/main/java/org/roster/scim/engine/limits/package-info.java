/**
 * How much a caller may ask for: requests per second and requests at the same time, per credential, per tenant, and per
 * address of those without a credential. Start with {@link org.roster.scim.engine.limits.RateLimits}. What a request wants is
 * not known here: it is counted before anything of it is read.
 */
@NullMarked
package org.roster.scim.engine.limits;

import org.jspecify.annotations.NullMarked;
