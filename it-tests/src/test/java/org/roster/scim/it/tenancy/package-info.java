/** What tenants have of their own: limits, schemas, and the roles of the policy. */
@NullMarked
package org.roster.scim.it.tenancy;

import org.jspecify.annotations.NullMarked;
