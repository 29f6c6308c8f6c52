package org.roster.scim.engine.security;

import java.util.Set;

/** The roles that the service knows; the server's realm or a token grants them. */
public final class Roles {

    /** May do everything that is not protected, and administer the service. */
    public static final String ADMIN = "scim-admin";

    /** May read everything. */
    public static final String READ = "scim-read";

    /** May read everything and write everything but what grants something: {@code roles} and {@code entitlements}. */
    public static final String WRITE = "scim-write";

    /** May write {@code roles} and {@code entitlements}, given another role that may write. */
    public static final String GRANT = "scim-grant";

    /** May write what is protected, given another role that may write. */
    public static final String PROTECTED = "scim-protected";

    /** May read the resource that stands for the caller: people, in contrast to applications. */
    public static final String SELF = "scim-self";

    /** All of them. */
    public static final Set<String> ALL = Set.of(ADMIN, READ, WRITE, GRANT, PROTECTED, SELF);

    private Roles() {}
}
