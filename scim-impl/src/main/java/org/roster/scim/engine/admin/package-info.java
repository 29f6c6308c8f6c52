/**
 * The administration of the service over HTTP, below {@code /admin/v1}: plain JSON by JSON-B, for administrators and their
 * scripts. It is no part of SCIM. Start with {@link org.roster.scim.engine.admin.TokensEndpoint}.
 */
@NullMarked
package org.roster.scim.engine.admin;

import org.jspecify.annotations.NullMarked;
