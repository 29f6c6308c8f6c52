package org.roster.scim.engine.configuration;

/** Sent as CDI event once, before the first request: whoever must prepare something does it now. */
public record ServiceStarting() {}
