package org.roster.scim.engine.store.jpa;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.roster.scim.fixture.TestSchemas;

/**
 * The databases of the tests. Each is started when a test first asks for it, and stopped when the last test of this JVM
 * has ended.
 */
final class Databases implements ParameterResolver {

    /** A JPA store on H2. */
    record OnH2(JpaResourceStore store, Transactions transactions) {}

    /** A JPA store on PostgreSQL. */
    record OnPostgres(JpaResourceStore store, Transactions transactions) {}

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

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == OnH2.class || type == OnPostgres.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        ExtensionContext.Store everything = test.getRoot().getStore(ExtensionContext.Namespace.create(Databases.class));
        if (parameter.getParameter().getType() == OnH2.class) {
            Transactions transactions = everything
                    .getOrComputeIfAbsent("h2", key -> H2.start(), H2.class)
                    .transactions();
            return new OnH2(store(transactions), transactions);
        }
        Transactions transactions = everything
                .getOrComputeIfAbsent("postgres", key -> Postgres.start(), Postgres.class)
                .transactions();
        return new OnPostgres(store(transactions), transactions);
    }

    private static JpaResourceStore store(Transactions transactions) {
        return new JpaResourceStore(transactions, TestSchemas.REGISTRY);
    }
}
