/**
 * Habits of real clients, each rewritten into a request as the RFC has it. Start with {@link org.roster.scim.engine.dialect.Dialect}. Nothing later knows a client's name.
 */
@NullMarked
package org.roster.scim.engine.dialect;

import org.jspecify.annotations.NullMarked;
