package org.roster.scim.engine.tableless;

import org.roster.scim.error.ScimException;

/** What cannot be done here, and why. */
final class WithoutTables {

    private WithoutTables() {}

    static ScimException refusal(String what) {
        return ScimException.of(
                501, what + " need the tables of the directory; this deployment has no persistence unit \"scim\"");
    }
}
