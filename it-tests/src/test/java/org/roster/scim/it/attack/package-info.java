/**
 * Attacks, one contract for each kind of weakness that SCIM services have had. {@link org.roster.scim.it.attack.AttackIT} runs
 * them on each server. What must merely be refused is in {@code org.roster.scim.it.badinput}.
 */
@NullMarked
package org.roster.scim.it.attack;

import org.jspecify.annotations.NullMarked;
