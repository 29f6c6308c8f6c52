package org.roster.scim.it.cost;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.SqlStatement;

/**
 * The directory with 10,000 more users, in 100 groups, and statistics of them: in a transaction that is rolled back, so
 * that nobody else sees them. Here PostgreSQL chooses its plans as in a company, and not as for a few rows.
 */
final class LargeDirectory implements AutoCloseable {

    private static final List<String> ROWS = List.of(
            "create temporary table crowd on commit drop as select n, gen_random_uuid()::text as id, "
                    + "case when n <= 100 then 'Group' else 'User' end as type from generate_series(1, 10100) n",
            "insert into scim_resource select id, 'default', type, 1, n, n, 'crowd ' || n, repeat('x', 600) from crowd",
            "insert into scim_value select c.id, v.index_key || '-' || c.n, v.element, v.tenant, v.sort_first, null "
                    + "from crowd c, scim_value v where v.resource_id = "
                    + "(select id from scim_resource where type = 'User' and version = 1 limit 1)",
            "insert into scim_member select g.id, u.id from crowd g, crowd u "
                    + "where g.type = 'Group' and u.type = 'User' and u.n % 50 = g.n % 50",
            "analyze scim_resource",
            "analyze scim_value",
            "analyze scim_member",
            // The count of a page reads an index or the table, which cost about the same.
            "set local enable_seqscan = off");

    private final Connection connection;

    LargeDirectory() throws SQLException {
        connection = LaneDatabase.connect("scim");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : ROWS) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The lines of the plan of a statement, without its long lists; nothing is executed. */
    List<String> plan(SqlStatement statement) {
        try (Statement explain = connection.createStatement();
                ResultSet lines = explain.executeQuery("explain (costs off) " + statement.withValues())) {
            List<String> plan = new ArrayList<>();
            while (lines.next()) {
                plan.add(lines.getString(1).replaceAll("ANY \\('\\{[^}]*}'", "ANY ('{...}'"));
            }
            return plan;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not explain " + statement.text(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
