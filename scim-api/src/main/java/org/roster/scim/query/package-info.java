/**
 * What a client asks to see: which resources, in which order, which page, which attributes (RFC 7644 §3.4.2). Start with {@link org.roster.scim.query.Query}.
 */
@NullMarked
package org.roster.scim.query;

import org.jspecify.annotations.NullMarked;
