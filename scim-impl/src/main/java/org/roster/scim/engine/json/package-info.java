/**
 * Text to JSON values and back, with limits. Start with {@link org.roster.scim.engine.json.JsonDecoder}. Knows nothing of SCIM but its errors.
 */
@NullMarked
package org.roster.scim.engine.json;

import org.jspecify.annotations.NullMarked;
