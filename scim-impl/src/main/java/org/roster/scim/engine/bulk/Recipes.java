package org.roster.scim.engine.bulk;

import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.schema.SchemaRegistry;

/**
 * What a single request goes through as well.
 *
 * @param operations the recipes
 * @param dialect knows the habits of clients
 * @param registry has the resource types
 */
record Recipes(Operations operations, Dialect dialect, SchemaRegistry registry) {

    /** The same by other operations. */
    Recipes with(Operations others) {
        return new Recipes(others, dialect, registry);
    }
}
