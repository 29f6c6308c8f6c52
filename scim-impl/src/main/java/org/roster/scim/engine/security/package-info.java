/**
 * Who calls, and what they may do. Start with {@link org.roster.scim.engine.security.AuthenticationFilter}.
 */
@NullMarked
package org.roster.scim.engine.security;

import org.jspecify.annotations.NullMarked;
