/**
 * What the WAR with EclipseLink inside needs on WildFly. Not part of the neutral WAR.
 */
@NullMarked
package org.roster.scim.war.eclipselink;

import org.jspecify.annotations.NullMarked;
