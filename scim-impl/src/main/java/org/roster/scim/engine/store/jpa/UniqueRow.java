package org.roster.scim.engine.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that nobody else in the tenant may have; the primary key is the guarantee. {@link IndexTables} inserts it. */
@Entity
@Table(name = "scim_unique")
@IdClass(UniqueRow.Key.class)
public class UniqueRow {

    @Id
    @Column(name = "tenant")
    private String tenant = "";

    /** Resource type and path, for instance {@code User.userName}. */
    @Id
    @Column(name = "attribute")
    private String attribute = "";

    @Id
    @Column(name = "value_key")
    private String valueKey = "";

    @Column(name = "resource_id")
    private String resourceId = "";

    /** For JPA. */
    protected UniqueRow() {}

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String tenant = "";
        private String attribute = "";
        private String valueKey = "";

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.tenant.equals(tenant)
                    && key.attribute.equals(attribute)
                    && key.valueKey.equals(valueKey);
        }

        @Override
        public int hashCode() {
            return Objects.hash(tenant, attribute, valueKey);
        }
    }
}
