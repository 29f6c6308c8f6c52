/**
 * A day on which Entra ID provisions a company: {@link org.roster.scim.it.onboarding.OnboardingDay} is the script,
 * {@link org.roster.scim.it.onboarding.EntraClient} speaks to the server as Entra does, and
 * {@link org.roster.scim.it.onboarding.DirectoryModel} says in plain maps and sets what must be there in the end.
 */
@NullMarked
package org.roster.scim.it.onboarding;

import org.jspecify.annotations.NullMarked;
