package org.roster.scim.engine.operation;

import org.roster.scim.patch.PatchRequest;
import org.roster.scim.spi.Precondition;

/**
 * What a PATCH asks for.
 *
 * @param request the operations, as the client sent them or as a dialect rewrote them
 * @param precondition which version they are meant for
 */
public record Change(PatchRequest request, Precondition precondition) {}
