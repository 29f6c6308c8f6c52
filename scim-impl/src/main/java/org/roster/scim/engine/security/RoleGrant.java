package org.roster.scim.engine.security;

import java.util.Set;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Operation;

/**
 * What a role permits. Whatever it does not name it does not permit.
 *
 * @param operations what may be done
 * @param resourceTypes names of the types to whose resources; empty for all
 * @param reads which attributes may be read
 * @param writes which attributes may be written
 */
record RoleGrant(Set<Operation> operations, Set<String> resourceTypes, AttributeNames reads, AttributeNames writes) {

    boolean isFor(ResourceType type) {
        return resourceTypes.isEmpty() || resourceTypes.contains(type.name());
    }

    boolean permits(Operation operation, ResourceType type) {
        return operations.contains(operation) && isFor(type);
    }
}
