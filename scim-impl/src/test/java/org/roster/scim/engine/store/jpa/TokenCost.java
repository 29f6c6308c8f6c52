package org.roster.scim.engine.store.jpa;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.security.AccessPolicy;
import org.roster.scim.engine.security.IssuedTokens;
import org.roster.scim.engine.security.PresentedToken;
import org.roster.scim.engine.security.TokenAdministration;
import org.roster.scim.engine.security.TokenMaker;
import org.roster.scim.engine.security.TokenWish;
import org.roster.scim.fixture.Acts;
import org.roster.scim.spi.AccessToken;

/**
 * What it costs to know a token among 1,000 of 100 tenants on PostgreSQL, in CPU time of the thread that asks. No test of the
 * build, because a busy machine would make it fail:
 * {@code mvn -pl scim-api,scim-impl test -Dtest=TokenCost -Dsurefire.failIfNoSpecifiedTests=false} writes
 * {@code target/token-cost.md}.
 */
@ExtendWith(Databases.class)
class TokenCost {

    private static final int TOKENS = 1_000;
    private static final int TENANTS = 100;
    private static final int ROUNDS = 15;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void tell(Databases.OnPostgres database) throws IOException {
        JpaTokenStore store = new JpaTokenStore(database.transactions());
        IssuedTokens usual = new IssuedTokens(store, new Configuration(name -> null, Map.of()));
        IssuedTokens always =
                new IssuedTokens(store, new Configuration(Map.of("roster.token.cache", "0")::get, Map.of()));
        TokenAdministration administration = new TokenAdministration(store, usual, new AccessPolicy());
        List<String> secrets = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            AccessToken.Grant grant = new AccessToken.Grant(
                    Optional.of("tenant" + i % TENANTS), Set.of("scim-write"), Set.of(), List.of("10.0.0.0/8"));
            secrets.add(administration
                    .create(
                            new TokenWish("cost" + i, grant, Optional.empty()),
                            new TokenMaker("cost", Optional.empty()),
                            Acts.act())
                    .secret());
        }
        String page = String.format(
                Locale.ROOT,
                "| token | CPU microseconds |%n|---|--:|%n| believed | %.1f |%n| read each time | %.0f |%n| no token | %.2f |%n",
                median(usual, secrets, 50),
                median(always, secrets, 1),
                median(usual, List.of("x".repeat(58)), 10_000));
        Path target = Path.of(Objects.requireNonNullElse(System.getProperty("basedir"), "."), "target");
        Files.writeString(target.resolve("token-cost.md"), page);
    }

    /** All tokens in turns, so often in a round; the first rounds are not counted. */
    private static double median(IssuedTokens tokens, List<String> secrets, int times) {
        double[] costs = new double[ROUNDS];
        for (int round = -5; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                secrets.forEach(secret -> tokens.callerWith(new PresentedToken(secret, "10.1.2.3")));
            }
            double cost = (THREADS.getCurrentThreadCpuTime() - before) / 1_000.0 / times / secrets.size();
            if (round >= 0) {
                costs[round] = cost;
            }
        }
        Arrays.sort(costs);
        return costs[ROUNDS / 2];
    }
}
