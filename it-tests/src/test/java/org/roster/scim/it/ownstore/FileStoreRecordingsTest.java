package org.roster.scim.it.ownstore;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.roster.scim.it.memory.MemoryServer;
import org.roster.scim.it.recording.RecordingConformance;
import org.roster.scim.kit.MayAbort;

/** Identity providers that know users alone get on with files. */
@MayAbort(26)
class FileStoreRecordingsTest extends RecordingConformance {

    private static MemoryServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = MemoryServer.start(Map.of("roster.agents", AGENTS), new FileStore(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected String baseUrl() {
        return server.baseUrl().toString();
    }

    @Override
    protected String token() {
        return MemoryServer.TOKEN;
    }
}
