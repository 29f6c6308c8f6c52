package org.roster.scim.it.attack;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.roster.scim.it.memory.MemoryServer;

/** The attacks of {@link AttackIT} that need no server, on the engine in memory. */
class MemoryAttackTest implements CrossTenantContract, FilterInjectionContract, LostAnswerContract, TakeoverContract {

    private static MemoryServer server;

    @BeforeAll
    static void start() {
        Path examples = Path.of(System.getProperty("basedir", "."), "..", "scim-war/src/main/examples/schemas");
        server = MemoryServer.start(Map.of("roster.schemas", examples.toString()), new TwoTenants())
                .asCurrent();
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
