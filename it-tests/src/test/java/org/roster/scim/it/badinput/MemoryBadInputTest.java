package org.roster.scim.it.badinput;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.roster.scim.it.memory.MemoryServer;

/** Bad input on the engine in memory: in seconds, and without a server. */
class MemoryBadInputTest implements BadInputContract {
    private static MemoryServer server;

    private Fixture fixture;

    @BeforeAll
    static void start() {
        server = MemoryServer.start(Map.of()).asCurrent();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void create_something_to_aim_at() {
        fixture = new Fixture();
    }

    @AfterEach
    void clear() {
        fixture.clear();
    }

    @Override
    public Fixture fixture() {
        return fixture;
    }
}
