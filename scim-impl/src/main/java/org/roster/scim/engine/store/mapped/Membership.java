package org.roster.scim.engine.store.mapped;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How groups and members hang together.
 *
 * @param group type of the groups
 * @param member type of the members
 * @param collection of the group's entity
 * @param joinEntity what lies between; empty for a many-to-many
 */
record Membership(
        Supplier<MappedType> group, Supplier<MappedType> member, Field collection, Optional<JoinEntity> joinEntity) {

    /**
     * An entity between group and member.
     *
     * @param type its class
     * @param member field that leads to the member
     * @param group field that leads to the group; empty if there is none, and then rows are kept by the collection
     * @param values what a new row gets
     */
    record JoinEntity(Class<?> type, Field member, Optional<Field> group, List<Scope.Mark> values) {
        JoinEntity {
            values = List.copyOf(values);
        }
    }

    /** All pairs of group {@code g} and member {@code m}; {@code r} is the row of the join entity. */
    String pairs(String number) {
        String group = "g" + number;
        String row = "r" + number;
        String joined = group().get().entityName() + " " + group + " join " + group + "." + collection;
        return joinEntity
                .map(j -> joined + " " + row + " join " + row + "." + j.member() + " m" + number)
                .orElse(joined + " m" + number);
    }
}
