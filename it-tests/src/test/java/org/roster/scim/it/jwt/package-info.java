/** Tokens of others, on real servers. Start with {@link org.roster.scim.it.jwt.JwtIT}. */
@NullMarked
package org.roster.scim.it.jwt;

import org.jspecify.annotations.NullMarked;
