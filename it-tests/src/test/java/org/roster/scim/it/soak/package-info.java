/**
 * What many clients at once, crashes and two servers on one database do to a directory: nothing. Begin with
 * {@link org.roster.scim.it.soak.Soak}; the README says how to run it.
 */
@NullMarked
package org.roster.scim.it.soak;

import org.jspecify.annotations.NullMarked;
