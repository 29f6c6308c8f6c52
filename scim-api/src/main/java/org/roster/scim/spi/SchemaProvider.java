package org.roster.scim.spi;

import java.util.List;
import java.util.Map;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaExtension;

/**
 * Brings resource types and schema extensions that a program defines rather than a document. A CDI bean of this type is
 * asked at start, after the documents are read, and again after each {@link SchemasChanged}; so it may answer differently as
 * time goes by. What it brings must follow the rules that documents follow.
 */
public interface SchemaProvider {

    /**
     * What to call this provider in a message about a mistake.
     *
     * @return the name of its class unless overridden
     */
    default String name() {
        return getClass().getName();
    }

    /**
     * Resource types of the provider's own, with their schemas.
     *
     * @return in the order in which they are published
     */
    default List<ResourceType> resourceTypes() {
        return List.of();
    }

    /**
     * Extensions of resource types that others define, for instance of {@code User}.
     *
     * @return by the name of the resource type
     */
    default Map<String, List<SchemaExtension>> extensions() {
        return Map.of();
    }
}
