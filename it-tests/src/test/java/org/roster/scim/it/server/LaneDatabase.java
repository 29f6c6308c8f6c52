package org.roster.scim.it.server;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL of the lane, for tests that look behind the service; tag them {@code postgresql}. */
public final class LaneDatabase {

    private LaneDatabase() {}

    /** A connection of its superuser; the caller closes it. */
    public static Connection connect(String database) throws SQLException {
        return dataSource(database).getConnection();
    }

    /** The same, for those who need several. */
    public static DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(TestProperty.required("postgresql.port"))});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source;
    }
}
