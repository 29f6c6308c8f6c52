package org.roster.scim.spi;

import java.util.Set;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/** Decides whether a caller may do something. Called before anything is read or changed; must be thread-safe. */
public interface Authorizer {

    /**
     * Decides.
     *
     * @param context who asks
     * @param operation what is to be done
     * @param type to which kind of resource
     * @return permit or deny, with the reason
     */
    Decision decide(RequestContext context, Operation operation, ResourceType type);

    /**
     * Says what of a resource the caller may read and write. Asked after {@link #decide} permitted an operation, for each
     * request.
     *
     * @param context who asks
     * @param type which kind of resource
     * @return everything, unless overridden
     */
    default AttributeAccess attributes(RequestContext context, ResourceType type) {
        return AttributeAccess.WHOLE;
    }

    /**
     * Says which roles would let a caller write an attribute. Asked when {@link #attributes} locked it, for the error that the
     * caller gets.
     *
     * @param type which kind of resource
     * @param attribute that is locked
     * @return names of roles, any of which would do; empty, unless overridden, and then the error names none
     */
    default Set<String> rolesThatWrite(ResourceType type, ResolvedPath attribute) {
        return Set.of();
    }
}
