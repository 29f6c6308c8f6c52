package org.roster.scim.engine.store.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.mariadb.jdbc.MariaDbDataSource;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.spi.Brake;

/**
 * The databases of the tests. Each is started when a test first asks for it, and stopped when the last test of this JVM
 * has ended.
 */
final class Databases implements ParameterResolver {

    /** A JPA store on H2. */
    record OnH2(JpaResourceStore store, Transactions transactions) {}

    /** A JPA store on PostgreSQL. */
    record OnPostgres(JpaResourceStore store, Transactions transactions) {}

    /** A JPA store on MariaDB, with the isolation that we recommend. */
    record OnMariaDb(JpaResourceStore store, Transactions transactions) {}

    /** A JPA store on MariaDB, with the isolation that it has unless told otherwise: REPEATABLE READ. */
    record OnMariaDbAsItIs(JpaResourceStore store, Transactions transactions) {}

    private record H2(LocalTransactions transactions) implements AutoCloseable {

        static H2 start() {
            String url = "jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1";
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL(url);
            dataSource.setUser("sa");
            return new H2(new LocalTransactions(dataSource, url, "sa"));
        }

        @Override
        public void close() {
            transactions.close();
        }
    }

    private record Postgres(EmbeddedPostgres server, LocalTransactions transactions) implements AutoCloseable {

        static Postgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "off")
                        .start();
                return new Postgres(
                        server,
                        new LocalTransactions(
                                server.getPostgresDatabase(), server.getJdbcUrl("postgres", "postgres"), "postgres"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            transactions.close();
            server.close();
        }
    }

    private record MariaDb(LocalTransactions transactions) implements AutoCloseable {

        static MariaDb connect(String url) {
            try {
                return new MariaDb(new LocalTransactions(new MariaDbDataSource(url), url, "root"));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            transactions.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return Set.of(OnH2.class, OnPostgres.class, OnMariaDb.class, OnMariaDbAsItIs.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext.Store everything = test.getRoot().getStore(ExtensionContext.Namespace.create(Databases.class));
        Class<?> type = parameter.getParameter().getType();
        if (type == OnH2.class) {
            Transactions transactions = everything
                    .getOrComputeIfAbsent("h2", key -> H2.start(), H2.class)
                    .transactions();
            return new OnH2(store(transactions), transactions);
        }
        if (type == OnPostgres.class) {
            Transactions transactions = everything
                    .getOrComputeIfAbsent("postgres", key -> Postgres.start(), Postgres.class)
                    .transactions();
            return new OnPostgres(store(transactions), transactions);
        }
        if (type == OnMariaDb.class) {
            Transactions transactions = onMariaDb(everything, "contract", "READ_COMMITTED");
            return new OnMariaDb(store(transactions), transactions);
        }
        Transactions transactions = onMariaDb(everything, "defaults", "REPEATABLE_READ");
        return new OnMariaDbAsItIs(store(transactions), transactions);
    }

    private static Transactions onMariaDb(ExtensionContext.Store everything, String database, String isolation) {
        EmbeddedMariaDb server =
                everything.getOrComputeIfAbsent("mariadb", key -> EmbeddedMariaDb.started(), EmbeddedMariaDb.class);
        return everything
                .getOrComputeIfAbsent(
                        "mariadb-" + database,
                        key -> MariaDb.connect(server.create(database, isolation)),
                        MariaDb.class)
                .transactions();
    }

    private static JpaResourceStore store(Transactions transactions) {
        return new JpaResourceStore(transactions, TestSchemas.REGISTRY, Brake.OFF);
    }
}
