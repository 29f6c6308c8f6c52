/**
 * What requests cost on a directory of a given size, beside a floor on the same server and database. Begin with
 * {@link org.roster.scim.it.benchmark.Benchmark}; the README says how to run it.
 */
@NullMarked
package org.roster.scim.it.benchmark;

import org.jspecify.annotations.NullMarked;
