package org.roster.scim.it.protocol;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.roster.scim.it.memory.MemoryServer;

/** The contracts of {@link ProtocolIT} on the engine in memory: in seconds, and without a server. */
class MemoryProtocolTest
        implements LifecycleContract,
                ReplaceContract,
                PatchContract,
                PatchMultiValuedContract,
                FilterContract,
                PagingContract,
                SortContract,
                ProjectionContract,
                SearchContract,
                RootContract,
                CursorContract,
                VersionContract,
                MembershipContract,
                ValueContract,
                FormatContract,
                SchemaContract,
                RoundTripContract,
                DiscoveryContract,
                CharacteristicsContract,
                CustomSchemaContract,
                MistakesContract,
                HttpContract {

    private static MemoryServer server;

    @BeforeAll
    static void start() {
        Path examples = Path.of(System.getProperty("basedir", "."), "..", "scim-war/src/main/examples/schemas");
        server = MemoryServer.start(Map.of("roster.schemas", examples.toString()))
                .asCurrent();
    }

    @AfterAll
    static void stop() {
        server.close();
    }
}
