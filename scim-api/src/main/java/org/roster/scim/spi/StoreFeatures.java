package org.roster.scim.spi;

/**
 * What a store can do beyond its interfaces; ServiceProviderConfig is written from it.
 *
 * @param sort whether queries may be sorted by an attribute
 * @param versions whether versions change with the resource, so that entity tags make sense
 */
public record StoreFeatures(boolean sort, boolean versions) {}
