/**
 * Who gets in and what they may do, on the servers: tokens and their administration, roles.
 */
package org.roster.scim.it.access;
