package org.roster.scim.spi;

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
}
