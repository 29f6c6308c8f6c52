package org.roster.scim.engine.rest;

import jakarta.ws.rs.core.MediaType;

/** The media types of SCIM messages. */
final class ScimMediaType {

    /** RFC 7644 §8.1. */
    static final String SCIM_JSON = "application/scim+json";

    static final String JSON = MediaType.APPLICATION_JSON;

    /** {@link #SCIM_JSON} as an answer is called; to take a text apart for each one takes longer than to find the header. */
    static final MediaType OF_SCIM = new MediaType("application", "scim+json");

    /** {@link #JSON} as an answer is called. */
    static final MediaType OF_JSON = MediaType.APPLICATION_JSON_TYPE;

    private ScimMediaType() {}
}
