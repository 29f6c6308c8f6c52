package org.roster.scim.it.memory;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.roster.scim.kit.MayAbort;

/** The HTTP kit on the engine in memory, named as a product names its service: by system properties. */
@MayAbort(7)
class MemoryKitTest extends MyServiceKit {

    private static MemoryServer server;

    @BeforeAll
    static void start() {
        server = MemoryServer.start(Map.of());
        System.setProperty("roster.kit.url", server.baseUrl().toString());
        System.setProperty("roster.kit.token", MemoryServer.TOKEN);
    }

    @AfterAll
    static void stop() {
        System.clearProperty("roster.kit.url");
        System.clearProperty("roster.kit.token");
        server.close();
    }
}
