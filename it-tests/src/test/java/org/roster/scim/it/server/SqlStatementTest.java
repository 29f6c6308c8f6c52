package org.roster.scim.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What PostgreSQL logs of a statement becomes one that can be executed. */
class SqlStatementTest {

    @Test
    void values_of_any_length_stand_where_their_parameters_are() {
        String ids = "0123456789''".repeat(10_000);

        SqlStatement statement =
                SqlStatement.of("select $2, $1, $3, $4", "$1 = '" + ids + "', $2 = NULL, $3 = '', $4 = 'it''s $1'");

        assertThat(statement.withValues()).isEqualTo("select NULL, '" + ids + "', '', 'it''s $1'");
        assertThat(statement.shape()).isEqualTo("select ?, ?, ?, ?");
    }
}
