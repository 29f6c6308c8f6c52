/**
 * SCIM over real HTTP, as a client on the other side of the wire sees it. Start with {@link org.roster.scim.it.http.ScimHttp};
 * where single bytes matter there is {@link org.roster.scim.it.http.RawHttp}. Knows nothing of the product's code.
 */
@NullMarked
package org.roster.scim.it.http;

import org.jspecify.annotations.NullMarked;
