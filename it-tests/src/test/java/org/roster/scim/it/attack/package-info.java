/**
 * Attacks, one contract for each kind of weakness that SCIM services have had. {@link org.roster.scim.it.attack.AttackIT} runs
 * them on each server, {@link org.roster.scim.it.attack.MemoryAttackTest} those that need no server. What must merely be
 * refused is in {@code org.roster.scim.it.badinput}. {@code SECURITY.md} names every claim's test.
 */
@NullMarked
package org.roster.scim.it.attack;

import org.jspecify.annotations.NullMarked;
