package org.roster.scim.engine.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.spi.ServiceStarting;

/**
 * Says how the requests of a client are read: by its credential, else by its User-Agent, else like everybody's. An
 * operator's word on a credential counts most, because a client may change what it calls itself; and what we know of
 * clients counts only where the operator has not chosen another mode for all.
 */
@ApplicationScoped
public class Modes {

    /** Okta's provisioning, and the check that it publishes for servers. No other client's User-Agent is known for sure. */
    private static final Map<String, Mode> KNOWN_AGENTS =
            Map.of("Okta SCIM Client", Mode.OKTA, "OKTA SCIM Integration", Mode.OKTA);

    private final Map<String, Mode> callers;
    private final Map<String, Mode> agents;
    private final Mode otherwise;

    /** For the CDI proxy. */
    protected Modes() {
        this.callers = Map.of();
        this.agents = Map.of();
        this.otherwise = Mode.RFC;
    }

    /**
     * Reads the settings.
     *
     * @param configuration has them
     */
    @Inject
    public Modes(Configuration configuration) {
        this.callers = pairs(configuration.clients(), "roster.clients");
        this.otherwise = Mode.of(configuration.mode(), "roster.mode");
        Map<String, Mode> all = new LinkedHashMap<>(pairs(configuration.agents(), "roster.agents"));
        if (otherwise == Mode.RFC) {
            KNOWN_AGENTS.forEach(all::putIfAbsent);
        }
        this.agents = Collections.unmodifiableMap(all);
    }

    /** Called at start, so that a setting that cannot be used is found then. */
    void ready(@Observes ServiceStarting start) {
        // The constructor has read everything.
    }

    /**
     * The mode of a client that is known.
     *
     * @param caller the name of the caller: a user of the realm, or {@code bootstrap-token}
     * @param userAgent the header
     * @return empty if nobody said anything about this client
     */
    public Optional<Mode> known(String caller, Optional<String> userAgent) {
        @Nullable Mode byCaller = callers.get(caller);
        if (byCaller != null) {
            return Optional.of(byCaller);
        }
        return userAgent.flatMap(agent -> agents.entrySet().stream()
                .filter(e ->
                        agent.regionMatches(true, 0, e.getKey(), 0, e.getKey().length()))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /**
     * The mode of everybody else.
     *
     * @return {@link Mode#RFC} unless set
     */
    public Mode otherwise() {
        return otherwise;
    }

    private static Map<String, Mode> pairs(String text, String setting) {
        Map<String, Mode> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals).strip(), Mode.of(pair.substring(equals + 1), setting));
            } else if (!pair.isBlank()) {
                throw new IllegalStateException(
                        setting + " has \"" + pair.strip() + "\"; write name=mode, with commas between several");
            }
        }
        return pairs;
    }
}
