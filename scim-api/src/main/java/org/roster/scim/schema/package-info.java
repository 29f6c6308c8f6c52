/**
 * Schemas, attributes with all their characteristics, and resource types. A resource type is data, never a Java class.
 */
@NullMarked
package org.roster.scim.schema;

import org.jspecify.annotations.NullMarked;
