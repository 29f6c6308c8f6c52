package org.roster.scim.it.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The users in the realm of every server under test; the server's own files hold them, see {@code src/servers}. */
public enum RealmUser {
    /** In group {@code scim-admin}: may do everything. */
    IDP,
    /** In group {@code scim-read}: may read. */
    READER,
    /** In group {@code scim-self}: may read the User that stands for him. */
    PERSON,
    /** In group {@code other}: may log in, and nothing here. */
    PLAIN;

    /** The name to log in with. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The password in clear text. */
    public String password() {
        return user() + "-secret";
    }

    /** The value of an Authorization header for this user. */
    public String basic() {
        byte[] credentials = (user() + ":" + password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
