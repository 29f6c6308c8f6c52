package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaMigrationTest {

    private final JdbcDataSource dataSource = new JdbcDataSource();

    SchemaMigrationTest() {
        dataSource.setURL("jdbc:h2:mem:migration-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet tables =
                        connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    @Test
    void an_empty_database_gets_its_tables_once() throws SQLException {
        SchemaMigration.migrate(dataSource);
        List<String> once = tables();
        SchemaMigration.migrate(dataSource);

        assertThat(once).anyMatch("SCIM_RESOURCE"::equalsIgnoreCase);
        assertThat(tables()).isEqualTo(once);
    }

    @Test
    void a_database_without_migrations_is_refused_by_name_and_left_alone() throws SQLException {
        assertThatIllegalStateException()
                .isThrownBy(() -> SchemaMigration.migrate(dataSource, "Oracle"))
                .withMessageContaining("Oracle")
                .withMessageContaining("PostgreSQL");
        assertThat(tables()).isEmpty();
    }
}
