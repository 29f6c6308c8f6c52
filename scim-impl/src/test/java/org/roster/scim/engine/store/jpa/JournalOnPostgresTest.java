package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class JournalOnPostgresTest extends JournalContract {

    JournalOnPostgresTest(Databases.OnPostgres database) {
        super(database.store(), database.transactions());
    }
}
