/**
 * Resources as immutable JSON with typed access (RFC 7643 §3). Start with {@link org.roster.scim.resource.ScimResource}.
 */
@NullMarked
package org.roster.scim.resource;

import org.jspecify.annotations.NullMarked;
