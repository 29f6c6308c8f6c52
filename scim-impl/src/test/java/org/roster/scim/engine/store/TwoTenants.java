package org.roster.scim.engine.store;

import org.roster.scim.fixture.Directory;

/** What a part of the contract is given: one store with two tenants, both empty at the beginning of a test. */
public interface TwoTenants {

    Directory directory();

    /** The same store for somebody else. */
    Directory elsewhere();

    /** Whether text is ordered by code points; a database may order by UTF-16 units, which differs beyond U+D7FF. */
    default boolean ordersByCodePoints() {
        return true;
    }
}
