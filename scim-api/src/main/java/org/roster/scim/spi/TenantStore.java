package org.roster.scim.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the tenants besides the default one, for every node of the service. Must be thread-safe. */
public interface TenantStore {

    /**
     * A tenant.
     *
     * @param name its name
     * @return empty if there never was one
     */
    Optional<Tenant> find(String name);

    /**
     * Some tenants, those that are gone too.
     *
     * @param after the name of the last one that is known; empty text to begin
     * @param most how many at most
     * @return ordered by name
     */
    List<Tenant> list(String after, int most);

    /**
     * Adds a tenant.
     *
     * @param tenant new
     * @param act of the administrator, for the audit; written in the same transaction
     * @return false if there is or was one of its name, and nothing is changed
     */
    boolean add(Tenant tenant, Attempt act);

    /**
     * Changes what may be done in a tenant.
     *
     * @param name which tenant; one that is deleted stays so
     * @param state active or suspended
     * @param act of the administrator, for the audit; written in the same transaction
     * @return false if there is none that could be changed
     */
    boolean change(String name, Tenant.State state, Attempt act);

    /**
     * Deletes everything that a tenant has: resources, journal, tokens. Its audit stays. It goes in steps, and can be called
     * again if it did not come to its end.
     *
     * @param name which tenant; it is suspended
     * @param act of the administrator, for the audit; written in the transaction of the last step
     * @return how many rows went, by table
     */
    Map<String, Long> delete(String name, Attempt act);

    /**
     * How much a tenant has.
     *
     * @param name which tenant
     * @return the number of rows, by table
     */
    Map<String, Long> rows(String name);
}
