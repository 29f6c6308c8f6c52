/**
 * Builders of request bodies that hide what does not matter to a test: {@code aUser().withEmail("work", "a@x.org").json()}.
 */
@NullMarked
package org.roster.scim.it.sample;

import org.jspecify.annotations.NullMarked;
