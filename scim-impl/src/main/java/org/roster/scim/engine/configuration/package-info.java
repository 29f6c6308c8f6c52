/**
 * What an operator can set. Start with {@link org.roster.scim.engine.configuration.Configuration}.
 */
@NullMarked
package org.roster.scim.engine.configuration;

import org.jspecify.annotations.NullMarked;
