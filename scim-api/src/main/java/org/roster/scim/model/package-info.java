/**
 * Resources as typed values, for those who want these instead of JSON. Start with {@link org.roster.scim.model.User}. The names
 * on the wire are those of RFC 7643, whatever the Java ones are; JSON Binding does the rest.
 */
@NullMarked
package org.roster.scim.model;

import org.jspecify.annotations.NullMarked;
