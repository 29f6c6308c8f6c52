package org.roster.scim.engine.jwt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.security.AccessPolicy;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.fixture.TestClock;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.ServiceStarting;

/** A service with issuers, as it is after its start, and what it says in the log at debug level. */
final class TestService implements AutoCloseable {

    /** Whoever looks into the log needs it for itself. */
    static final String LOG = "log of the JWTs";

    private static final Logger LOGGER = Logger.getLogger("org.roster.scim.engine.jwt");

    final TestClock clock;
    final List<String> log = new CopyOnWriteArrayList<>();
    private final JwtTokens tokens;
    private final Handler handler = new Handler() {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord logged) {
            log.add(formatter.formatMessage(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    TestService(Path folder, TestClock clock, Map<String, String> settings, String... issuers) {
        this.clock = clock;
        LOGGER.setLevel(Level.FINE);
        LOGGER.addHandler(handler);
        Map<String, String> all = new HashMap<>(settings);
        all.put("roster.jwt.issuers", document(folder, issuers).toString());
        tokens =
                new JwtTokens(new Configuration(all::get, Map.of()), new AccessPolicy(), clock, Duration.ofSeconds(30));
        tokens.begin(new ServiceStarting());
    }

    TestService(Path folder, String... issuers) {
        this(folder, new TestClock(), Map.of(), issuers);
    }

    /** The file with the issuers; single quotes in it mean double ones. */
    static Path document(Path folder, String... issuers) {
        try {
            String text = "[" + String.join(",\n", issuers).replace('\'', '"') + "]";
            return Files.writeString(folder.resolve("issuers.json"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Caller> callerWith(String token) {
        return tokens.callerWith(new PresentedToken(token, "192.0.2.1"));
    }

    /** What the log says of the refusals since it was last asked, without their number. */
    List<String> refusals() {
        List<String> refusals = log.stream()
                .filter(line -> line.startsWith("SCIM08004"))
                .map(line ->
                        line.replaceFirst("SCIM08004 A JWT of the issuer ", "").replaceFirst(" is refused:", ""))
                .toList();
        log.removeIf(line -> line.startsWith("SCIM08004"));
        return refusals;
    }

    @Override
    public void close() {
        LOGGER.removeHandler(handler);
        LOGGER.setLevel(null);
    }
}
