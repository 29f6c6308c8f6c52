/**
 * Bearer tokens that others issue: JWTs (RFC 7519, RFC 8725). Start with {@link org.roster.scim.engine.jwt.JwtTokens}; what a
 * check consists of is in {@link org.roster.scim.engine.jwt.JwtCheck}. The signatures are a library's work, which nothing
 * outside this package knows.
 */
@NullMarked
package org.roster.scim.engine.jwt;

import org.jspecify.annotations.NullMarked;
