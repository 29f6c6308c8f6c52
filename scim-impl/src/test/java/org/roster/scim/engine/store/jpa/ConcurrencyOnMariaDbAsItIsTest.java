package org.roster.scim.engine.store.jpa;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.fixture.Directory;
import org.roster.scim.kit.store.ConcurrencyContract;

/** Above READ COMMITTED, where MariaDB is unless told otherwise, more has to be repeated (SCIM05020), and nothing goes wrong. */
@ExtendWith(Databases.class)
class ConcurrencyOnMariaDbAsItIsTest implements ConcurrencyContract {

    private final Directory directory;
    private final Directory elsewhere;

    ConcurrencyOnMariaDbAsItIsTest(Databases.OnMariaDbAsItIs database) {
        directory = new Directory(database.store(), "tenant-" + UUID.randomUUID());
        elsewhere = new Directory(database.store(), "other-" + UUID.randomUUID());
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Directory elsewhere() {
        return elsewhere;
    }
}
