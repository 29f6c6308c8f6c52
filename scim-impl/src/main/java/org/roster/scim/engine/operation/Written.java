package org.roster.scim.engine.operation;

import org.roster.scim.query.Projection;
import org.roster.scim.resource.ScimResource;

/**
 * A resource after a change.
 *
 * @param resource as stored
 * @param shown what the answer has of it: what was asked for, and what is returned because the client sent it
 */
public record Written(ScimResource resource, Projection shown) {}
