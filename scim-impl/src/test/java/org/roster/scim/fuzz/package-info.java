/**
 * Doors of the engine as a fuzzer sees them: bytes come in, and nothing but a {@link org.roster.scim.error.ScimException} may
 * come out. Each class whose name ends in {@code Fuzz} is a target of Jazzer; {@link org.roster.scim.fuzz.FuzzRun} starts it
 * with {@code mvn -Pfuzz}, and every build tries what stands in {@code src/test/resources/fuzz}. Jazzer itself is known to
 * the profile alone.
 */
@NullMarked
package org.roster.scim.fuzz;

import org.jspecify.annotations.NullMarked;
