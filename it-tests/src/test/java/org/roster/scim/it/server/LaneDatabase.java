package org.roster.scim.it.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
        return dataSource(database, port());
    }

    static int port() {
        return Integer.parseInt(TestProperty.required("postgresql.port"));
    }

    static DataSource dataSource(String database, int port) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source;
    }

    /** The first column of the rows that a statement finds in the database of the service. */
    public static List<String> texts(String sql) throws SQLException {
        return texts(dataSource("scim"), sql);
    }

    /** The same in any database. */
    public static List<String> texts(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
