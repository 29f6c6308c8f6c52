package org.roster.scim.it.server;

/** A system property that the build hands to the tests. */
final class TestProperty {

    private TestProperty() {}

    static String required(String name) {
        String value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("system property " + name
                    + " is missing: run the lane by Maven, such as mvn verify -Dlane=wildfly-h2");
        }
        return value;
    }
}
