package org.roster.scim.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * A property that the build hands to the tests: a system property of the test's JVM, and inside the server a line of a
 * file that {@link ShippedWar#withTests} puts into the WAR.
 */
final class TestProperty {

    /** Where an in-container test finds the properties, on its class path. */
    static final String FILE = "it-tests.properties";

    private TestProperty() {}

    static String required(String name) {
        String value = System.getProperty(name, inside().getProperty(name, ""));
        if (value.isBlank()) {
            throw new IllegalStateException(
                    "property " + name + " is missing: run the lane by Maven, such as mvn verify -Dlane=wildfly-h2");
        }
        return value;
    }

    /** The content of the file for the server. */
    static String forInside(String... names) {
        Properties properties = new Properties();
        for (String name : names) {
            properties.setProperty(name, required(name));
        }
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Properties inside() {
        Properties properties = new Properties();
        try (InputStream file = TestProperty.class.getResourceAsStream("/" + FILE)) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
