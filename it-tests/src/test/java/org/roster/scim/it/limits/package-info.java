/**
 * Who asks for too much, on real servers. Start with {@link org.roster.scim.it.limits.LimitsIT};
 * {@link org.roster.scim.it.limits.Fairness} measures what the others notice of it.
 */
@NullMarked
package org.roster.scim.it.limits;

import org.jspecify.annotations.NullMarked;
