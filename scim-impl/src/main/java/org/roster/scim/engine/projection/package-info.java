/**
 * What of a resource a client sees, and how it looks. Start with {@link org.roster.scim.engine.projection.ResourceRenderer}.
 */
@NullMarked
package org.roster.scim.engine.projection;

import org.jspecify.annotations.NullMarked;
