/**
 * Schemas, attributes and resource types as data (RFC 7643 §§2, 6, 7), and how values of an attribute compare. Start with {@link org.roster.scim.schema.ResourceType}; nothing in here knows a particular schema.
 */
@NullMarked
package org.roster.scim.schema;

import org.jspecify.annotations.NullMarked;
