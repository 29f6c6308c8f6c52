package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import org.roster.scim.spi.Precondition;

/**
 * What a PUT asks for.
 *
 * @param body the resource as the client sent it
 * @param precondition which version it is meant for
 */
public record Replacement(JsonObject body, Precondition precondition) {}
