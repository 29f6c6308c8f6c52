package org.roster.scim.it.tenancy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.roster.scim.it.attack.TwoTenants;
import org.roster.scim.it.memory.MemoryServer;

/** What tenants have of their own, on the engine in memory. */
class MemoryTenancyTest implements RequestLimitContract, PolicyContract, TenantSchemaContract, ReturnContract {

    private static MemoryServer server;

    @BeforeAll
    static void start() {
        server = MemoryServer.start(TenancySettings.written(), new TwoTenants()).asCurrent();
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
