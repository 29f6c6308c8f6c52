package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class LoginOnPostgresTest extends LoginContract {

    LoginOnPostgresTest(Databases.OnPostgres database) {
        super(database.store(), database.transactions());
    }
}
