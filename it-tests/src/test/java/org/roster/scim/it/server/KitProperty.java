package org.roster.scim.it.server;

import java.util.Optional;

/** What the kit has to be told of the service that it tests: a system property of the test's JVM. */
public enum KitProperty {
    /** The SCIM base URL, without a slash at its end. */
    URL("roster.kit.url"),
    /** A bearer token that may do everything. */
    TOKEN("roster.kit.token");

    private final String property;

    KitProperty(String property) {
        this.property = property;
    }

    /** What it says; without it no test of the kit can run. */
    public String value() {
        return Optional.ofNullable(System.getProperty(property))
                .orElseThrow(() -> new IllegalStateException("the system property " + property + " is missing"));
    }
}
