/**
 * What takes the place of the directory's tables in the deployment of a product that has none, which is one without a
 * persistence unit {@code scim}. Nothing here remembers anything beyond the process: there are no tokens but that of the
 * configuration and JWTs, no tenants but those of a bean of the product, the audit is in the log. Whatever would have to be
 * remembered is answered with 501. A product that can do better has a bean of its own, an {@code @Alternative} with a
 * {@code @Priority}. Start with {@link org.roster.scim.engine.tableless.NoTokens}; {@code boot} decides which of both is there.
 */
@NullMarked
package org.roster.scim.engine.tableless;

import org.jspecify.annotations.NullMarked;
