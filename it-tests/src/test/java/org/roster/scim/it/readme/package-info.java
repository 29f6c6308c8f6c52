/**
 * The README does what it says: its shell blocks are run as they stand. Begin with {@code ReadmeCheck}. Needs no lane,
 * but Maven and a shell, and {@code DeployCheck} the unpacked servers.
 */
@NullMarked
package org.roster.scim.it.readme;

import org.jspecify.annotations.NullMarked;
