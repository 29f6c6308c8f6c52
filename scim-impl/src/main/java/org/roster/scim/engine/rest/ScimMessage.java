package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;

/**
 * The body of an answer. A type of our own, so that no JSON provider of the server or of a product writes it.
 *
 * @param json a resource, a list or an error
 */
public record ScimMessage(JsonObject json) {}
