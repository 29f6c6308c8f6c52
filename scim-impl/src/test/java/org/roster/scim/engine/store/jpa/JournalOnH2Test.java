package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class JournalOnH2Test extends JournalContract {

    JournalOnH2Test(Databases.OnH2 database) {
        super(database.store(), database.transactions());
    }
}
