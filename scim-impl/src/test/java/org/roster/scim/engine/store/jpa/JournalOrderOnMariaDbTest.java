package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class JournalOrderOnMariaDbTest extends JournalOrderWithLockedKeys {

    JournalOrderOnMariaDbTest(Databases.OnMariaDb database) {
        super(database.store(), database.transactions());
    }
}
