package org.roster.scim.spi;

/**
 * What every step of a request knows about it.
 *
 * @param tenant whose directory this is; part of every key of a store
 * @param caller who asks
 */
public record RequestContext(String tenant, Caller caller) {}
