package org.roster.scim.it.ownstore;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.schema.SchemaSources;
import org.roster.scim.kit.MayAbort;
import org.roster.scim.kit.store.ResourceStoreContract;

/** The contract of every store, as far as files go. */
@MayAbort(226)
class FileStoreTest extends ResourceStoreContract {

    FileStoreTest(@TempDir Path folder) {
        super(
                new FileStore(folder),
                SchemaSources.of(new Configuration(), List.of()).registry());
    }
}
