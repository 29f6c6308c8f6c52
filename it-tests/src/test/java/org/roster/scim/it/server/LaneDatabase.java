package org.roster.scim.it.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The PostgreSQL of the lane, for tests that look behind the service; tag them {@code postgresql}. */
public final class LaneDatabase {

    private LaneDatabase() {}

    /** A connection of its superuser; the caller closes it. */
    public static Connection connect(String database) throws SQLException {
        String port = TestProperty.required("postgresql.port");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres");
    }
}
