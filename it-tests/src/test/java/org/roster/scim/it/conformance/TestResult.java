package org.roster.scim.it.conformance;

import java.util.Locale;
import java.util.Set;

/**
 * What one test method came to in one run; all its invocations or dynamic tests count together.
 *
 * @param run the module or the lane whose JVM ran it, such as {@code scim-api} or {@code payara-h2}
 * @param className binary name of the class that ran, which may inherit the method
 * @param tags of the method and of the classes around it
 */
record TestResult(String run, String className, String method, Set<String> tags, Outcome outcome) {

    /** Whether it proves something. What was skipped, aborted or never came to an end does not. */
    enum Outcome {
        PASSED,
        SKIPPED,
        FAILED
    }

    /** Where a requirement is proven: the columns of the report. */
    enum Stage {
        VALUES("values"),
        STORES("stores"),
        WILDFLY("WildFly"),
        PAYARA("Payara"),
        LIBERTY("Liberty"),
        GLASSFISH("GlassFish");

        private final String title;

        Stage(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    Stage stage() {
        String server = run.split("[-\\d]", 2)[0].toUpperCase(Locale.ROOT);
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(server)) {
                return stage;
            }
        }
        return className.startsWith("org.roster.scim.engine.store.") ? Stage.STORES : Stage.VALUES;
    }

    /** Class and method, as one would look for them. */
    String test() {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.') + "#" + method;
    }
}
