/**
 * What went wrong, in the words of RFC 7644 §3.12. Start with {@link org.roster.scim.error.ScimException}.
 */
@NullMarked
package org.roster.scim.error;

import org.jspecify.annotations.NullMarked;
