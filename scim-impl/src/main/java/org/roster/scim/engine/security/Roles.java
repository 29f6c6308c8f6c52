package org.roster.scim.engine.security;

import java.util.Set;

/** The roles that the service knows; the server's realm or a token grants them. */
public final class Roles {

    /** May do everything. */
    public static final String ADMIN = "scim-admin";

    /** May read everything. */
    public static final String READ = "scim-read";

    /** All of them. */
    public static final Set<String> ALL = Set.of(ADMIN, READ);

    private Roles() {}
}
