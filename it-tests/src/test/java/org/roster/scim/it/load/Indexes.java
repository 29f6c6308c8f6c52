package org.roster.scim.it.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The indexes and keys of some tables, taken away for a load and made again after it: sorting rows once is cheaper than
 * putting each in its place. Keys that other tables refer to stay.
 */
final class Indexes {

    private static final String KEYS = """
            select 'alter table ' || c.conrelid::regclass || ' drop constraint ' || quote_ident(c.conname),
                'alter table ' || c.conrelid::regclass || ' add constraint ' || quote_ident(c.conname) || ' '
                    || pg_get_constraintdef(c.oid)
            from pg_constraint c
            where c.contype in ('p', 'u') and c.conrelid::regclass::text = any (?)
                and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)""";

    private static final String OTHERS = """
            select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
            from pg_index i
            where i.indrelid::regclass::text = any (?)
                and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)""";

    private final List<String> statements;

    private Indexes(List<String> statements) {
        this.statements = statements;
    }

    /** Drops them. */
    static Indexes drop(Connection connection, Collection<String> tables) throws SQLException {
        Array names = connection.createArrayOf("text", tables.toArray());
        List<String> drop = new ArrayList<>();
        List<String> make = new ArrayList<>();
        for (String query : List.of(KEYS, OTHERS)) {
            try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setArray(1, names);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        drop.add(rows.getString(1));
                        make.add(rows.getString(2));
                    }
                }
            }
        }
        execute(connection, drop);
        return new Indexes(make);
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Makes them as they were. */
    void make(Connection connection) throws SQLException {
        execute(connection, List.of("set maintenance_work_mem = '1GB'"));
        execute(connection, statements);
        execute(connection, List.of("reset maintenance_work_mem"));
    }
}
