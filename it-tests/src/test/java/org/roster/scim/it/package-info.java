/**
 * The shipped WARs on real servers, as a client sees them and from inside. Each class deploys once per lane, so there
 * are few and they hold much; begin with {@code DeploymentIT}.
 */
@NullMarked
package org.roster.scim.it;

import org.jspecify.annotations.NullMarked;
