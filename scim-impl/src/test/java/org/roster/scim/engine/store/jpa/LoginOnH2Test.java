package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Databases.class)
class LoginOnH2Test extends LoginContract {

    LoginOnH2Test(Databases.OnH2 database) {
        super(database.store(), database.transactions());
    }
}
