/**
 * The filter language of RFC 7644 §3.4.2.2: its tree, its parser, and what it means in memory. Start with {@link org.roster.scim.filter.Filter}.
 */
@NullMarked
package org.roster.scim.filter;

import org.jspecify.annotations.NullMarked;
