package org.roster.scim.spi;

/**
 * Sent as CDI event once, before the first request: a store or a product that must prepare something observes it and does so
 * now. Whatever an observer throws ends the deployment.
 */
public record ServiceStarting() {}
