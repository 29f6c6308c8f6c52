package org.roster.scim.engine.admin;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request for a new tenant, as JSON-B reads it. */
public final class TenantBody {

    static final Set<String> MEMBERS = Set.of("name");

    private @Nullable String name;

    /** For JSON-B. */
    public TenantBody() {
        // all are unassigned
    }

    /**
     * Member {@code name}.
     *
     * @param value of the tenant
     */
    public void setName(@Nullable String value) {
        this.name = value;
    }

    String name() {
        return name == null ? "" : name;
    }
}
