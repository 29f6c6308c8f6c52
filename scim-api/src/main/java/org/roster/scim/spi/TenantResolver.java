package org.roster.scim.spi;

/** Says whose directory a caller works on. Called once per authenticated request; must be thread-safe. */
public interface TenantResolver {

    /**
     * The tenant of a caller.
     *
     * @param caller authenticated
     * @return an identifier of at most 64 characters
     */
    String tenantOf(Caller caller);
}
