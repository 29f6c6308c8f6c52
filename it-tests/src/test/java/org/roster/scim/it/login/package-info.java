/**
 * Roster's users log in to another application on the same server, after the shipped script has set it up. Start with
 * {@link org.roster.scim.it.login.LoginIT}.
 */
@NullMarked
package org.roster.scim.it.login;

import org.jspecify.annotations.NullMarked;
