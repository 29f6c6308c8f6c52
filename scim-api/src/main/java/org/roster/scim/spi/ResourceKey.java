package org.roster.scim.spi;

import org.roster.scim.schema.ResourceType;

/**
 * Which resource a request is about.
 *
 * @param type the type that the endpoint stands for; an id of another type is unknown here
 * @param id as the client sent it; may be any text
 */
public record ResourceKey(ResourceType type, String id) {}
