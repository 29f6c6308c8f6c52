package org.roster.scim.engine.store.jpa;

import java.time.Instant;
import org.roster.scim.resource.Meta;

/**
 * The columns of a resource that every operation reads.
 *
 * @param id time-ordered UUID
 * @param tenant whose it is
 * @param type name of the resource type
 * @param version 1 at creation, one more with each change
 * @param created milliseconds since 1970
 * @param lastModified milliseconds since 1970
 * @param document JSON
 */
record StoredResource(
        String id, String tenant, String type, long version, long created, long lastModified, String document) {

    /** The select list that {@link #of} reads. */
    static final String COLUMNS = "r.id, r.tenant, r.type, r.version, r.created, r.lastModified, r.document";

    static StoredResource of(Object[] row) {
        return new StoredResource(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                DocumentText.of(row[6]));
    }

    StoredResource changed(String newDocument, long now) {
        return new StoredResource(id, tenant, type, version + 1, created, now, newDocument);
    }

    Meta meta() {
        return new Meta(
                type, Instant.ofEpochMilli(created), Instant.ofEpochMilli(lastModified), Long.toString(version));
    }
}
