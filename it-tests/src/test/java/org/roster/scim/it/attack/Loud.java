package org.roster.scim.it.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.Lane;

/**
 * The server while it logs everything that it can of a request: Roster, JAX-RS, persistence, servlets, security, HTTP, and all else
 * whose level is not set by itself.
 */
final class Loud {
    /** How late a server may write its log. */
    private static final long LOG_MILLISECONDS = 1_500;

    private static final List<String> LOGGERS = List.of(
            "org.roster",
            "org.jboss.resteasy",
            "org.glassfish.jersey",
            "io.undertow",
            "org.wildfly.security",
            "org.apache.catalina",
            "org.glassfish.grizzly",
            "jakarta.enterprise.system",
            "com.sun.enterprise",
            "org.eclipse.persistence",
            "org.hibernate",
            "");

    private Loud() {}

    /** What is done while all of it logs all, and while that reaches the files. */
    static <T> T during(Supplier<T> work) throws InterruptedException {
        return during(LOGGERS, work);
    }

    static <T> T during(List<String> loggers, Supplier<T> work) throws InterruptedException {
        loggers.forEach(logger -> set(logger, "ALL"));
        try {
            T result = work.get();
            Thread.sleep(LOG_MILLISECONDS);
            return result;
        } finally {
            loggers.forEach(logger -> set(logger, ""));
        }
    }

    /** Every file of the lane that a log can be, of the server and of its database. */
    static List<Path> files() {
        Path lane = Lane.current().directory();
        try (Stream<Path> files = Files.walk(lane)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.getFileName().toString().matches(".*\\.(log|txt|out|err)(\\..*)?|.*[-_.]log.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(String logger, String level) {
        ScimHttp scim = ScimHttp.anonymous();
        scim.at(scim.baseUrl().replaceFirst("/v2$", ""))
                .get("/switches?logger=" + logger + "&level=" + level)
                .expect(204);
    }
}
