package org.roster.scim.engine.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One resource is a member of another. */
@Entity
@Table(name = "scim_member")
@IdClass(MemberRow.Key.class)
public class MemberRow {

    @Id
    @Column(name = "group_id")
    private String groupId = "";

    @Id
    @Column(name = "member_id")
    private String memberId = "";

    /** For JPA. */
    protected MemberRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String groupId = "";
        private String memberId = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.groupId.equals(groupId) && key.memberId.equals(memberId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, memberId);
        }
    }
}
