/**
 * Everything that must be refused, as tables: {@link org.roster.scim.it.badinput.BadInputIT} runs them and looks whether
 * anything changed. RFC 7644 §3.12.
 */
@NullMarked
package org.roster.scim.it.badinput;

import org.jspecify.annotations.NullMarked;
