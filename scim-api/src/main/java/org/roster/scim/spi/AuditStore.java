package org.roster.scim.spi;

import java.util.List;

/** Keeps who tried what. Must be thread-safe. */
public interface AuditStore {

    /**
     * Adds attempts that changed no resource; those that did a store of resources keeps, with the change.
     *
     * @param attempts in the order in which they were made
     */
    void add(List<Attempt> attempts);

    /**
     * Finds attempts of both kinds.
     *
     * @param query which
     * @param before the place of the oldest that is known; empty text to begin
     * @param most how many at most
     * @return the newest first
     */
    List<AuditEntry> find(AuditQuery query, String before, int most);
}
