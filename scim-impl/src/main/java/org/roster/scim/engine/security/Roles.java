package org.roster.scim.engine.security;

import java.util.Set;

/** The roles that the service knows; the server's realm or a token grants them. */
public final class Roles {

    /** May do everything. */
    public static final String ADMIN = "scim-admin";

    /** May read everything. */
    public static final String READ = "scim-read";

    /** May read the resource that stands for the caller: people, in contrast to applications. */
    public static final String SELF = "scim-self";

    /** All of them. */
    public static final Set<String> ALL = Set.of(ADMIN, READ, SELF);

    private Roles() {}
}
