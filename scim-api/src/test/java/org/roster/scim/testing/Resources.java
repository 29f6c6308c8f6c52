package org.roster.scim.testing;

import java.time.Instant;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

/** Resources of the test types, written as JSON with single quotes. */
public final class Resources {

    public static final Instant CREATED = Instant.parse("2026-11-02T08:14:03.120Z");
    public static final Instant MODIFIED = Instant.parse("2026-11-03T10:00:00Z");

    private Resources() {}

    /** A user with the id {@code Id-1}. */
    public static ScimResource user(String attributes) {
        return new ScimResource("Id-1", new Meta("User", CREATED, MODIFIED, "7"), Json.object(attributes));
    }
}
