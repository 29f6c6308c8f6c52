package org.roster.scim.engine.operation;

import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.SessionRevoker;

/**
 * Changes resources, and then ends the sessions of a user who is shut out by it.
 *
 * @param stores where resources are kept
 * @param sessions are told afterwards
 */
record Updates(Stores stores, SessionRevoker sessions) {

    ScimResource update(RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        RevokingUpdate revoking = new RevokingUpdate(context, update);
        ScimResource after =
                stores.with(ResourceStore.Updates.class, key.type()).update(context, key, revoking, projection);
        revoking.revocation().ifPresent(sessions::revoke);
        return after;
    }
}
