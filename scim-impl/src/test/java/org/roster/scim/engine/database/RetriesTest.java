package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roster.scim.fixture.Refusal.refused;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.error.ScimException;

class RetriesTest {

    /** Transactions whose first tries fail; counts what was tried. The diagnosis runs in one too, and does not fail. */
    private static final class Failing implements Transactions {

        private final Deque<RuntimeException> failures;
        private int tries;

        Failing(RuntimeException... failures) {
            this.failures = new ArrayDeque<>(List.of(failures));
        }

        // What runs in these transactions needs no entity manager.
        @SuppressWarnings("NullAway")
        @Override
        public <T> T call(Function<EntityManager, T> work) {
            T result = work.apply(null);
            if (result instanceof Optional) {
                return result;
            }
            tries++;
            if (failures.isEmpty()) {
                return result;
            }
            throw failures.pop();
        }

        @Override
        public <T> T read(Function<EntityManager, T> work) {
            return call(work);
        }
    }

    private static PersistenceException failure(String sqlState) {
        return new PersistenceException(new IllegalStateException(new SQLException("no", sqlState)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505", "08006", "55P03", "HYT00", "90131", "23000", "HY000"})
    void what_may_pass_is_tried_again(String sqlState) {
        Failing transactions = new Failing(failure(sqlState), failure(sqlState));

        assertThat(new Retries(transactions).<String>call(em -> "done")).isEqualTo("done");
        assertThat(transactions.tries).isEqualTo(3);
    }

    @Test
    void a_lost_race_is_tried_again() {
        Failing transactions = new Failing(new Retries.Collision());

        assertThat(new Retries(transactions).<String>call(em -> "done")).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "42P01", "22001", "22021", "0A000"})
    void what_would_fail_again_is_tried_once(String sqlState) {
        Failing transactions = new Failing(failure(sqlState));

        assertThatThrownBy(() -> new Retries(transactions).call(em -> "done"))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(transactions.tries).isEqualTo(1);
    }

    @Test
    void the_request_is_told_what_it_did_wrong() {
        Failing transactions = new Failing(failure("23505"));

        refused(() -> new Retries(transactions)
                        .call(em -> "done", em -> Optional.of(ScimException.uniqueness("userName", "ada"))))
                .as(409, "uniqueness");
        assertThat(transactions.tries).isEqualTo(1);
    }
}
