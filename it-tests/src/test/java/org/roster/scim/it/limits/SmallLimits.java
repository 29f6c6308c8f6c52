package org.roster.scim.it.limits;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import org.roster.scim.engine.configuration.Configuration;

/** What an operator would set, and the settings of the lane besides. */
@ApplicationScoped
@Alternative
@Priority(1)
class SmallLimits extends Configuration {
    private static final Map<String, String> SET = Map.of(
            "roster.limit.rate",
            "10",
            "roster.limit.burst",
            "10",
            "roster.limits",
            "credential:slow@rate:rate=1,credential:slow@rate:burst=3,"
                    + "credential:once@version:rate=1,credential:once@version:burst=5,"
                    + "credential:one@concurrent:concurrent=1,"
                    + "tenant:small:rate=1,tenant:small:burst=4,"
                    // for the measurement of fairness
                    + "credential:quiet@quiet:rate=1000,credential:loud@loud:rate=100000,"
                    + "tenant:loud:rate=20,tenant:loud:concurrent=2");

    SmallLimits() {
        super(name -> SET.getOrDefault(name, System.getProperty(name)), System.getenv());
    }
}
