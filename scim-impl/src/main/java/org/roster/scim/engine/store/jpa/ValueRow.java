package org.roster.scim.engine.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One indexed value of a resource; see {@link IndexEntry} for what the columns hold. */
@Entity
@Table(name = "scim_value")
@IdClass(ValueRow.Key.class)
public class ValueRow {

    @Id
    @Column(name = "resource_id")
    private String resourceId = "";

    @Id
    @Column(name = "index_key")
    private String indexKey = "";

    @Id
    @Column(name = "element")
    private int element;

    @Column(name = "tenant")
    private String tenant = "";

    /** 1 or 0: where EclipseLink writes a value into the text of a statement, H2 takes no boolean. */
    @Column(name = "sort_first")
    private int sortFirst;

    @Column(name = "full_value")
    private @Nullable String fullValue;

    /** For JPA. */
    protected ValueRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String resourceId = "";
        private String indexKey = "";
        private int element;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.resourceId.equals(resourceId)
                    && key.indexKey.equals(indexKey)
                    && key.element == element;
        }

        @Override
        public int hashCode() {
            return Objects.hash(resourceId, indexKey, element);
        }
    }
}
