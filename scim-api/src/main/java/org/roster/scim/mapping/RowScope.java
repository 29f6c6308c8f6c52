package org.roster.scim.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which rows of the entity's table are resources, and which of them SCIM may change.
 *
 * @param tenant field with the name of the tenant, also one of a joined entity ({@code company.code}); empty if all rows
 *     belong to the default tenant
 * @param softDelete what a row has that is gone; DELETE sets it
 * @param deletedSince field with the time since when a row is gone; DELETE sets it; if there is neither, DELETE deletes the row
 * @param deletedBy method of the entity that DELETE calls before it sets the mark; empty if there is nothing else to do
 * @param restrictions what a row must have to be a resource; a new one gets it
 * @param owned what a row must have to be changed by SCIM; a new one gets it; empty if SCIM may change all of them
 */
public record RowScope(
        Optional<String> tenant,
        Optional<FieldValue> softDelete,
        Optional<String> deletedSince,
        Optional<Consumer<Object>> deletedBy,
        List<FieldValue> restrictions,
        Optional<FieldValue> owned) {

    /** All rows, and all of them may be changed. */
    public static final RowScope ALL = new RowScope(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /**
     * Copies the list.
     *
     * @param tenant see above
     * @param softDelete see above
     * @param deletedSince see above
     * @param deletedBy see above
     * @param restrictions see above
     * @param owned see above
     */
    public RowScope {
        restrictions = List.copyOf(restrictions);
    }
}
