package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/** The rows of {@code scim_value}, which no foreign key keeps in order. */
@ExtendWith(Databases.class)
class ValueRowsTest {

    private final Transactions transactions;
    private final Directory directory;

    ValueRowsTest(Databases.OnH2 database) {
        this.transactions = database.transactions();
        this.directory = new Directory(database.store(), "values-" + UUID.randomUUID());
    }

    private List<?> keys(String id) {
        return transactions.call(
                em -> em.createNativeQuery("select index_key from scim_value where resource_id = ?1 order by index_key")
                        .setParameter(1, id)
                        .getResultList());
    }

    @Test
    void they_go_with_their_resource() {
        ScimResource one = directory.create(aThing("one").with("note", "n"));
        ScimResource other = directory.create(aThing("other").with("note", "n"));

        directory.delete(one);

        assertThat(keys(one.id())).isEmpty();
        assertThat(keys(other.id())).isNotEmpty();
    }

    @Test
    void an_element_that_has_values_has_no_row_of_its_own() {
        ScimResource thing =
                directory.create(aThing("one").with("parts", JsonText.array("[{'value': 'p'}, {'size': 1}]")));

        assertThat(keys(thing.id()))
                .filteredOn(key -> key.toString().startsWith("parts"))
                .hasSize(2)
                .noneMatch("parts.="::equals);
    }

    @Test
    void those_of_an_older_version_are_still_found() throws SQLException {
        JdbcDataSource old = new JdbcDataSource();
        old.setURL("jdbc:h2:mem:values-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(old)
                .locations("classpath:org/roster/scim/engine/store/jpa/migration/h2")
                .table("scim_schema_history")
                .target("4")
                .load()
                .migrate();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into scim_resource values ('1', 't', 'Thing', 1, 1, 1, null, '{}')");
            statement.execute("insert into scim_value (resource_id, index_key, element, tenant, sort_first) values "
                    + "('1', 'parts=', 0, 't', 0), ('1', 'parts.value=p', 0, 't', 1), ('1', 'parts=', 1, 't', 0), "
                    + "('1', 'note=', 0, 't', 1), ('1', '01234567:parts=', 0, 't', 0)");
        }

        SchemaMigration.migrate(old);

        List<String> rows = new ArrayList<>();
        try (Connection connection = old.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select concat(index_key, ' ', element) from scim_value order by 1")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "01234567:parts.= 0",
                        "01234567:parts= 0",
                        "note= 0",
                        "parts.= 1",
                        "parts.value=p 0",
                        "parts= 0",
                        "parts= 1");
    }
}
