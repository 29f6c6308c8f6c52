package org.roster.scim.it.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.roster.scim.engine.store.jpa.StoreRows;

/** Rows on their way into the tables, by one connection. Foreign keys are not looked at: the loader knows what it refers to. */
final class Copy implements StoreRows.Sink, AutoCloseable {

    private final Connection connection;
    private final Map<String, CopyText> tables = new LinkedHashMap<>();

    /** Begins, for tables with their columns. */
    Copy(DataSource dataSource, Map<String, String> columns) throws SQLException {
        columns.forEach((table, list) -> tables.put(table, new CopyText(table, list)));
        connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void row(String table, Object... values) {
        tables.get(table).row(values);
    }

    /** Sends what has come together, in one transaction. */
    void send() throws SQLException {
        connection.setAutoCommit(false);
        for (CopyText table : tables.values()) {
            table.send(connection);
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
