package org.roster.scim.engine.rest;

import jakarta.ws.rs.core.MediaType;

/** The media types of SCIM messages. */
final class ScimMediaType {

    /** RFC 7644 §8.1. */
    static final String SCIM_JSON = "application/scim+json";

    static final String JSON = MediaType.APPLICATION_JSON;

    private ScimMediaType() {}
}
