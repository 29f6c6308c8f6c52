/**
 * Names of attributes as clients write them (RFC 7644 §3.10). Knows no schema: what a path means is for {@link org.roster.scim.schema.ResourceType#resolve} to say.
 */
@NullMarked
package org.roster.scim.path;

import org.jspecify.annotations.NullMarked;
