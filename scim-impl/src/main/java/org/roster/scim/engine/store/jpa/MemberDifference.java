package org.roster.scim.engine.store.jpa;

import java.util.Set;

/**
 * What must happen to the rows of a group.
 *
 * @param insert ids of resources that are not members yet
 * @param delete ids of members that go
 */
record MemberDifference(Set<String> insert, Set<String> delete) {

    static final MemberDifference NONE = new MemberDifference(Set.of(), Set.of());

    boolean none() {
        return insert.isEmpty() && delete.isEmpty();
    }
}
