package org.roster.scim.engine.jwt;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roster.scim.fixture.TestClock;

/**
 * What a check costs, in CPU time of the thread that makes it. No test of the build, because a busy machine would make it fail:
 * {@code mvn -pl scim-api,scim-impl test -Dtest=JwtCost -Dsurefire.failIfNoSpecifiedTests=false} writes
 * {@code target/jwt-cost.md}.
 */
class JwtCost {

    private static final int WARM_UP = 3_000;
    private static final int ROUNDS = 15;
    private static final int CHECKS = 200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void tell(@TempDir Path folder) throws IOException {
        TestKey rsa = TestKey.rsa("k1");
        TestKey ec = TestKey.ec("e1");
        TestKey evil = TestKey.rsa("k1");
        StringBuilder page = new StringBuilder("| check | CPU microseconds |\n|---|--:|\n");
        try (TestIssuer issuer = new TestIssuer("one").publishing(rsa, ec);
                TestService service = new TestService(folder, new TestClock(), Map.of(), issuer.entry(""))) {
            Logger.getLogger("org.roster.scim.engine.jwt").setLevel(Level.INFO);
            Duration aMinute = VerifiedTokens.LONGEST;
            Map<String, String> refused = new LinkedHashMap<>();
            Map<String, Runnable> checks = new LinkedHashMap<>();
            refused.put("refused: signature", issuer.token().signedBy(evil));
            refused.put("refused: aud", issuer.token().with("aud", "x").signedBy(rsa));
            refused.put("refused: exp", issuer.token().with("exp", 1).signedBy(rsa));
            refused.put("refused: iss", issuer.token().with("iss", "x").signedBy(rsa));
            refused.put("refused: kid", issuer.token().header("kid", "x").signedBy(rsa));
            refused.put(
                    "refused: alg HS256", issuer.token().header("alg", "HS256").signed(rsa, "Q".repeat(342)));
            refused.put("refused: no signature", issuer.token().signed(rsa, ""));
            refused.put("refused: no JSON", "a.b.c");
            refused.put("refused: not three parts", "opaque-token-0123456789");
            String right = issuer.token().with("exp", 9_999_999_999L).signedBy(rsa);
            String rightEc = issuer.token().with("exp", 9_999_999_999L).signedBy(ec);
            checks.put("RS256, known for less than a minute", () -> service.callerWith(right));
            checks.put("RS256, for the first time", () -> {
                service.clock.pass(aMinute);
                service.callerWith(right);
            });
            checks.put("ES256, for the first time", () -> {
                service.clock.pass(aMinute);
                service.callerWith(rightEc);
            });
            refused.forEach((what, token) -> checks.put(what, () -> service.callerWith(token)));
            measured(checks)
                    .forEach((what, cost) -> page.append(String.format(Locale.ROOT, "| %s | %.0f |%n", what, cost)));
        }
        Path target = Path.of(Objects.requireNonNullElse(System.getProperty("basedir"), "."), "target");
        Files.writeString(target.resolve("jwt-cost.md"), page);
    }

    /** In turns, so that what else the machine does hits all of them; medians, in microseconds. */
    private static Map<String, Double> measured(Map<String, Runnable> checks) {
        Map<String, double[]> rounds = new LinkedHashMap<>();
        checks.forEach((what, check) -> {
            cost(check, WARM_UP);
            rounds.put(what, new double[ROUNDS]);
        });
        for (int i = 0; i < ROUNDS; i++) {
            int round = i;
            checks.forEach((what, check) -> rounds.get(what)[round] = cost(check, CHECKS));
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        rounds.forEach((what, costs) -> {
            Arrays.sort(costs);
            medians.put(what, costs[ROUNDS / 2]);
        });
        return medians;
    }

    private static double cost(Runnable check, int times) {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            check.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1_000.0 / times;
    }
}
