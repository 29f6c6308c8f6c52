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
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {Integer.parseInt(TestProperty.required("postgresql.port"))});
        source.setDatabaseName(database);
        source.setUser("postgres");
        return source;
    }

    /** The first column of the rows that a statement finds in the database of the service. */
    public static List<String> texts(String sql) throws SQLException {
        try (Connection connection = connect("scim");
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
