/** Stand-ins for the server under test. */
@NullMarked
package org.roster.scim.it.server;

import org.jspecify.annotations.NullMarked;
