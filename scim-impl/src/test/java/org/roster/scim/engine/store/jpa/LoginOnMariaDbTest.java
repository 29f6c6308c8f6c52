package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class LoginOnMariaDbTest extends LoginContract {

    LoginOnMariaDbTest(Databases.OnMariaDb database) {
        super(database.store(), database.transactions());
    }
}
