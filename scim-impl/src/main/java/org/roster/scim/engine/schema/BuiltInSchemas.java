package org.roster.scim.engine.schema;

import java.util.List;
import java.util.stream.Stream;
import org.roster.scim.schema.SchemaRegistry;

/** The resource types that come with the product: documents beside this class. */
public final class BuiltInSchemas {

    private static final List<String> DOCUMENTS =
            List.of("user.json", "group.json", "enterprise-user.json", "resource-types.json");

    private BuiltInSchemas() {}

    /**
     * Reads them.
     *
     * @return User and Group with their schemas
     */
    public static SchemaRegistry load() {
        return new SchemaRegistry(catalog().resourceTypes());
    }

    static SchemaCatalog catalog() {
        return new SchemaCatalog().add(documents().toList());
    }

    private static Stream<SchemaDocument> documents() {
        return DOCUMENTS.stream().map(SchemaDocument::builtIn);
    }
}
