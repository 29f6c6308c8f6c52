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
}
