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
            refused.put("refused: signature", issuer.token().signedBy(evil));
            refused.put("refused: aud", issuer.token().with("aud", "x").signedBy(rsa));
            refused.put("refused: exp", issuer.token().with("exp", 1).signedBy(rsa));
            refused.put("refused: iss", issuer.token().with("iss", "x").signedBy(rsa));
            refused.put("refused: kid", issuer.token().header("kid", "x").signedBy(rsa));
            refused.put(
                    "refused: alg HS256", issuer.token().header("alg", "HS256").signed(rsa, "A".repeat(342)));
            refused.put("refused: no signature", issuer.token().signed(rsa, ""));
            refused.put("refused: no JSON", "a.b.c");
            refused.put("refused: not three parts", "opaque-token-0123456789");
            String right = issuer.token().with("exp", 9_999_999_999L).signedBy(rsa);
            String rightEc = issuer.token().with("exp", 9_999_999_999L).signedBy(ec);
            row(page, "RS256, known for less than a minute", () -> service.callerWith(right));
            row(page, "RS256, for the first time", () -> {
                service.clock.pass(aMinute);
                service.callerWith(right);
            });
            row(page, "ES256, for the first time", () -> {
                service.clock.pass(aMinute);
                service.callerWith(rightEc);
            });
            refused.forEach((what, token) -> row(page, what, () -> service.callerWith(token)));
        }
        Path target = Path.of(Objects.requireNonNullElse(System.getProperty("basedir"), "."), "target");
        Files.writeString(target.resolve("jwt-cost.md"), page);
    }

    private static void row(StringBuilder page, String what, Runnable check) {
        for (int i = 0; i < WARM_UP; i++) {
            check.run();
        }
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < CHECKS; i++) {
                check.run();
            }
            rounds[round] = (THREADS.getCurrentThreadCpuTime() - before) / 1_000.0 / CHECKS;
        }
        Arrays.sort(rounds);
        page.append(String.format(Locale.ROOT, "| %s | %.1f |%n", what, rounds[ROUNDS / 2]));
    }
}
