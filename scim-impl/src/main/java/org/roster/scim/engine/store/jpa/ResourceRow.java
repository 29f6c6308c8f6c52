package org.roster.scim.engine.store.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A resource: its identity, its version and its document. Written once as an entity; changes are conditional UPDATE
 * statements, so there is no {@code @Version} (the providers begin theirs at different numbers).
 */
@Entity
@Table(name = "scim_resource")
public class ResourceRow {

    @Id
    @Column(name = "id")
    private String id = "";

    @Column(name = "tenant")
    private String tenant = "";

    @Column(name = "type")
    private String type = "";

    @Column(name = "version")
    private long version = 1;

    /** Milliseconds since 1970 in UTC: the one form of a point in time that every database and provider agrees on. */
    @Column(name = "created")
    private long created;

    @Column(name = "last_modified")
    private long lastModified;

    /** What other resources show for this one. */
    @Column(name = "display")
    private @Nullable String display;

    /** The attributes as JSON with canonical names, without id, meta and whatever is kept as rows. */
    @Column(name = "document")
    private String document = "";

    /** For JPA. */
    protected ResourceRow() {}

    /**
     * The primary key.
     *
     * @return a time-ordered UUID
     */
    public String getId() {
        return id;
    }
}
