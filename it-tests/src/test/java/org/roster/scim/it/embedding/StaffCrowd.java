package org.roster.scim.it.embedding;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.roster.scim.it.server.LaneDatabase;
import org.roster.scim.it.server.SqlStatement;

/**
 * The staff desk with 100,000 accounts and 1,000 teams more, and more indexes: in a transaction that is rolled back, so that
 * nobody else sees them. Here PostgreSQL chooses its plans as in a company.
 */
final class StaffCrowd implements AutoCloseable {

    private static final List<String> ROWS = List.of(
            "insert into staff_account (id, version, company, staff_number, login, login_folded, first_name, last_name,"
                    + " work_mail, private_mail, status, created_at, changed_at, removed) select gen_random_uuid()::text, 1,"
                    + " 'default', 'n' || n, 'Crowd' || n, 'crowd' || n, 'first' || n % 1000, 'last' || n % 5000,"
                    + " 'Crowd' || n || '@example.com', null, 'ACTIVE',"
                    + " timestamp '2020-01-01' + n * interval '10 minutes',"
                    + " timestamp '2020-01-01' + n * interval '10 minutes', false from generate_series(1, 100000) n",
            "insert into staff_team (id, version, company, name, directory_key) select gen_random_uuid()::text, 1,"
                    + " 'default', 'Crowd ' || n, 'k' || n from generate_series(1, 1000) n",
            "insert into staff_team_membership (id, team, account, team_role) select gen_random_uuid()::text, t.id, a.id,"
                    + " 'MEMBER' from staff_team t, staff_account a where t.directory_key like 'k%'"
                    + " and a.staff_number like 'n%' and substr(a.staff_number, 2)::int % 1000 = substr(t.directory_key, 2)::int % 1000",
            "analyze staff_account",
            "analyze staff_team",
            "analyze staff_team_membership");

    private final Connection connection;

    /**
     * Begins it.
     *
     * @param indexes statements that make them
     */
    StaffCrowd(List<String> indexes) throws SQLException {
        connection = LaneDatabase.connect("scim");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : indexes) {
                statement.execute(sql);
            }
            for (String sql : ROWS) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The lines of the plan of a statement; nothing is executed. */
    List<String> plan(SqlStatement statement) {
        try (Statement explain = connection.createStatement();
                ResultSet lines = explain.executeQuery("explain (costs off) " + statement.withValues())) {
            List<String> plan = new ArrayList<>();
            while (lines.next()) {
                plan.add(lines.getString(1));
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
