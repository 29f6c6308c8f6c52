package org.roster.scim.spi;

/**
 * What a store can do beyond its interfaces; ServiceProviderConfig is written from it.
 *
 * @param sort whether queries may be sorted by an attribute
 * @param versions whether versions change with the resource, so that entity tags make sense; if not, {@code Meta.version()} is
 *     empty, and no change comes with a precondition
 * @param cursors whether queries may ask for a page by cursor
 * @param acrossTypes whether one query may ask for resources of several types that the store keeps
 */
public record StoreFeatures(boolean sort, boolean versions, boolean cursors, boolean acrossTypes) {}
