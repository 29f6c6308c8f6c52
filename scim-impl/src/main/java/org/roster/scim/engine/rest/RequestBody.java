package org.roster.scim.engine.rest;

import jakarta.json.JsonObject;

/**
 * The body of a request. A type of our own, so that no JSON provider of the server or of a product reads it.
 *
 * @param json within the limits, otherwise as sent
 */
public record RequestBody(JsonObject json) {}
