package org.roster.scim.engine.store.jpa;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.oracle.PatchComparison;
import org.roster.scim.oracle.Trial;

/** Compiled changes in the databases are what a second, naive interpreter does to the resource. */
@ExtendWith(Databases.class)
@Timeout(7_200)
class StorePatchOracleTest {

    @Test
    @Tag("P-3.5.2-06")
    @Tag("P-3.5.2-07")
    void h2_patches_as_a_second_interpreter_does(Databases.OnH2 database) {
        PatchComparison.run(database.store(), Trial.share("patches, H2", 10));
    }

    @Test
    @Tag("P-3.5.2-06")
    @Tag("P-3.5.2-07")
    void postgres_patches_as_a_second_interpreter_does(Databases.OnPostgres database) {
        PatchComparison.run(database.store(), Trial.share("patches, PostgreSQL", 10));
    }

    @Test
    @Tag("P-3.5.2-06")
    @Tag("P-3.5.2-07")
    void mariadb_patches_as_a_second_interpreter_does(Databases.OnMariaDb database) {
        PatchComparison.run(database.store(), Trial.share("patches, MariaDB", 10));
    }
}
