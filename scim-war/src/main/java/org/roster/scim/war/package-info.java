/**
 * The service as a WAR: where it answers. Everything else is the engine's.
 */
@NullMarked
package org.roster.scim.war;

import org.jspecify.annotations.NullMarked;
