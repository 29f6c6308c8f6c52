/**
 * Which test proves which requirement: reads what JUnit wrote about every test of the build and writes {@code
 * target/conformance.md}. Start with {@link org.roster.scim.it.conformance.Conformance}; the requirements are in {@code
 * src/test/conformance}. Knows tests by their tags and results, and nothing of SCIM.
 */
@NullMarked
package org.roster.scim.it.conformance;

import org.jspecify.annotations.NullMarked;
