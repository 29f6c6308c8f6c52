/**
 * PATCH and PUT compiled to typed changes, and those applied to a value. Start with {@link org.roster.scim.engine.patch.PatchCompiler}.
 */
@NullMarked
package org.roster.scim.engine.patch;

import org.jspecify.annotations.NullMarked;
