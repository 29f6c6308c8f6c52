package org.roster.scim.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The members of a group that are of one type: a many-to-many, or the rows of a join entity. The attribute that shows the other direction
 * ({@code groups} of a user) follows from it.
 *
 * @param field collection of the group's entity: of members, or of rows of a join entity
 * @param via field of the join entity that leads to the member; empty for a many-to-many
 * @param owner field of the join entity that leads to the group; empty to find it
 * @param values what a new row of the join entity gets
 */
public record MembersMapping(String field, Optional<String> via, Optional<String> owner, List<FieldValue> values) {

    /**
     * Copies the list.
     *
     * @param field see above
     * @param via see above
     * @param owner see above
     * @param values see above
     */
    public MembersMapping {
        values = List.copyOf(values);
    }

    /** Says more about members. Not thread-safe. */
    public static final class Builder {
        private final String field;
        private final List<FieldValue> values = new ArrayList<>();
        private @Nullable String via;
        private @Nullable String owner;

        Builder(String field) {
            this.field = field;
        }

        /**
         * Says that the collection is one of a join entity.
         *
         * @param value field of the join entity that leads to the member
         * @return this
         */
        public Builder via(String value) {
            via = value;
            return this;
        }

        /**
         * Names the field of the join entity that leads to the group, where there are several of its type.
         *
         * @param value default what the collection is mapped by, else the only one
         * @return this
         */
        public Builder owner(String value) {
            owner = value;
            return this;
        }

        /**
         * Gives a new row of the join entity a value.
         *
         * @param rowField field of the join entity
         * @param value of the field's type
         * @return this
         */
        public Builder with(String rowField, Object value) {
            values.add(new FieldValue(rowField, value));
            return this;
        }

        MembersMapping build() {
            return new MembersMapping(field, Optional.ofNullable(via), Optional.ofNullable(owner), values);
        }
    }
}
