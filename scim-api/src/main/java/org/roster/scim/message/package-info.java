/**
 * The messages of the protocol, as JSON objects. Start with {@link org.roster.scim.message.Message}.
 */
@NullMarked
package org.roster.scim.message;

import org.jspecify.annotations.NullMarked;
