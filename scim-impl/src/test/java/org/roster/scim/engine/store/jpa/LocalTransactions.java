package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.roster.scim.engine.database.Transactions;

/** Transactions without a server, on a database of its own with the tables of the migrations. */
final class LocalTransactions implements Transactions, AutoCloseable {

    private final EntityManagerFactory factory;

    /** Who reads has a connection in hand, see {@link Transactions#read}. */
    private final ThreadLocal<Boolean> reading = ThreadLocal.withInitial(() -> false);

    LocalTransactions(DataSource dataSource, String url, String user) {
        try {
            SchemaMigration.migrate(dataSource);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        factory = Persistence.createEntityManagerFactory(
                "contract",
                Map.of(
                        "jakarta.persistence.jdbc.url", url,
                        "jakarta.persistence.jdbc.user", user,
                        "jakarta.persistence.jdbc.password", ""));
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        assertThat(reading.get()).as("asks for a second connection").isFalse();
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    @Override
    public <T> T read(Function<EntityManager, T> work) {
        assertThat(reading.get()).as("asks for a second connection").isFalse();
        EntityManager em = factory.createEntityManager();
        reading.set(true);
        try {
            return work.apply(em);
        } finally {
            reading.set(false);
            em.close();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
