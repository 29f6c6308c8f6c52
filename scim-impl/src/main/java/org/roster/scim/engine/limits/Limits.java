package org.roster.scim.engine.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Limit;
import org.roster.scim.spi.ServiceStarting;

/** Whose limit is what: that of the settings, and for some by name another one. */
@ApplicationScoped
public class Limits {

    private static final String FORM =
            "write credential:NAME:rate=5 or tenant:NAME:concurrent=2, with commas between several; "
                    + "the numbers are rate, burst and concurrent";

    private final Map<Limited, Limit> usual = new EnumMap<>(Limited.class);
    private final Map<Limited, Map<String, Limit>> named = new EnumMap<>(Limited.class);

    /** For the CDI proxy. */
    protected Limits() {
        // without limits
    }

    /**
     * Reads the settings.
     *
     * @param configuration has them
     */
    @Inject
    public Limits(Configuration configuration) {
        usual.put(Limited.CREDENTIAL, configuration.credentialLimit());
        usual.put(Limited.ADDRESS, configuration.credentialLimit());
        usual.put(Limited.TENANT, configuration.tenantLimit());
        for (String one : configuration.limits().split(",", -1)) {
            if (!one.isBlank()) {
                read(one.strip());
            }
        }
    }

    /** Called at start, so that a setting that cannot be used is found then. */
    void ready(@Observes ServiceStarting start) {
        // The constructor has read everything.
    }

    /** The limit of somebody. */
    Limit of(Limited limited, String name) {
        return named.getOrDefault(limited, Map.of()).getOrDefault(name, usual.getOrDefault(limited, Limit.NONE));
    }

    /** Whether anybody of these has a limit. */
    boolean any(Limited limited) {
        return !usual.getOrDefault(limited, Limit.NONE).isNone() || named.containsKey(limited);
    }

    private void read(String one) {
        int first = one.indexOf(':');
        int last = one.lastIndexOf(':');
        int equals = one.lastIndexOf('=');
        if (first < 0 || last == first || equals < last) {
            throw wrong(one);
        }
        Limited limited = limited(one.substring(0, first), one);
        String name = one.substring(first + 1, last);
        Limit before = of(limited, name);
        try {
            int number = Integer.parseInt(one.substring(equals + 1).strip());
            if (number < 0) {
                throw wrong(one);
            }
            named.computeIfAbsent(limited, l -> new HashMap<>())
                    .put(name, before.with(one.substring(last + 1, equals), number));
        } catch (IllegalArgumentException notANumber) {
            throw wrong(one);
        }
    }

    private static Limited limited(String word, String one) {
        return switch (word) {
            case "credential" -> Limited.CREDENTIAL;
            case "tenant" -> Limited.TENANT;
            default -> throw wrong(one);
        };
    }

    private static IllegalStateException wrong(String one) {
        return new IllegalStateException("roster.limits has \"" + one + "\"; " + FORM);
    }
}
