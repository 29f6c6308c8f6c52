package org.roster.scim.engine.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Limit;
import org.roster.scim.engine.configuration.NamedLimit;
import org.roster.scim.spi.ServiceStarting;

/** Whose limit is what: that of the settings, and for some by name another one. */
@ApplicationScoped
public class Limits {

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
        NamedLimit.parse(configuration.limits()).stream()
                .filter(one -> one.requestLimit().isEmpty())
                .forEach(this::add);
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

    private void add(NamedLimit one) {
        Limited limited = one.kind().equals("tenant") ? Limited.TENANT : Limited.CREDENTIAL;
        Limit before = of(limited, one.name());
        try {
            named.computeIfAbsent(limited, l -> new HashMap<>()).put(one.name(), before.with(one.what(), one.number()));
        } catch (IllegalArgumentException noSuchLimit) {
            throw one.wrong();
        }
    }
}
