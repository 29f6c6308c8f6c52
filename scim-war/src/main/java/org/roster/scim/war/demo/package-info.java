/**
 * The demo command: Payara Micro with the WAR, a database in a folder, an administrator and a token. Begin with
 * {@code Demo}. Runs inside Maven and is not part of the WARs.
 */
@NullMarked
package org.roster.scim.war.demo;

import org.jspecify.annotations.NullMarked;
