package org.roster.scim.engine.bulk;

import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.dialect.PatchReader;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.schema.SchemaRegistry;

/**
 * What a single request goes through as well.
 *
 * @param operations the recipes
 * @param patches reads what a PATCH would have as its body
 * @param registry has the resource types of the tenant
 */
record Recipes(Operations operations, PatchReader patches, SchemaRegistry registry) {

    /** Knows the habits of clients. */
    Dialect dialect() {
        return patches.dialect();
    }

    /** The same by other operations. */
    Recipes with(Operations others) {
        return new Recipes(others, patches, registry);
    }
}
