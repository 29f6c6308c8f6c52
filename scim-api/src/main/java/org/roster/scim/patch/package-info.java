/**
 * PATCH as clients send it and as typed changes (RFC 7644 §3.5.2). Start with {@link org.roster.scim.patch.PatchRequest} for the first, {@link org.roster.scim.patch.AttributeChange} for the second.
 */
@NullMarked
package org.roster.scim.patch;

import org.jspecify.annotations.NullMarked;
