package org.roster.scim.engine.store.mapped;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.store.mapped.product.Company;
import org.roster.scim.engine.store.mapped.product.Department;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/**
 * The small product, running: a JPA provider on a database, with two companies.
 *
 * @param factory of the persistence unit
 */
record Product(EntityManagerFactory factory) implements Transactions {

    /** Ids of companies that tests add. */
    static final AtomicLong NEXT = new AtomicLong(1_000);

    private static final Map<String, Product> RUNNING = new ConcurrentHashMap<>();

    /** Provider and database. */
    enum On {
        ECLIPSELINK_H2,
        ECLIPSELINK_POSTGRES,
        HIBERNATE_H2,
        HIBERNATE_POSTGRES;

        private boolean eclipseLink() {
            return name().startsWith("ECLIPSELINK");
        }

        /**
         * While a commit is on its way, H2 gives a result once more that is older than one it gave of another table, and rows
         * do not match their lists. As the guide says it to products.
         */
        private static final String FRESH = ";OPTIMIZE_REUSE_RESULTS=FALSE";

        private String url(String use) {
            String database = (name() + "_" + use).toLowerCase(Locale.ROOT);
            return name().endsWith("H2")
                    ? "jdbc:h2:mem:" + database + ";DB_CLOSE_DELAY=-1" + FRESH
                    : Postgres.database(database);
        }

        private String user() {
            return name().endsWith("H2") ? "sa" : "postgres";
        }
    }

    private static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** With the order and the letters of Unicode, as the evaluator has them. */
        static String database(String name) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name
                        + " template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'"
                        + " lc_collate 'C' lc_ctype 'C'");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return SERVER.getJdbcUrl("postgres", name);
        }
    }

    /** A database for each use: tests run side by side. */
    static Product on(On on, String use) {
        return RUNNING.computeIfAbsent(on + " " + use, name -> start(on, connection(on, use)));
    }

    /** The same, where a company has a login once, as its table says; rows that are gone count. */
    static Product strict(On on, String use) {
        return RUNNING.computeIfAbsent(on + " " + use, name -> {
            Product product = start(on, connection(on, use));
            product.call(em -> em.createNativeQuery(
                            "create unique index login_of_company on Account (company_id, loginFolded)")
                    .executeUpdate());
            return product;
        });
    }

    /** Empty, on H2, with its statements counted. */
    static Product counted(On on, CountedStatements statements) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:counted" + NEXT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
        return start(on, Map.of("jakarta.persistence.nonJtaDataSource", statements.of(source)));
    }

    private static Map<String, Object> connection(On on, String use) {
        return Map.of(
                "jakarta.persistence.jdbc.url", on.url(use),
                "jakarta.persistence.jdbc.user", on.user(),
                "jakarta.persistence.jdbc.password", "");
    }

    private static Product start(On on, Map<String, Object> connection) {
        Product product = new Product(Persistence.createEntityManagerFactory(
                on.eclipseLink() ? "product-eclipselink" : "product-hibernate", connection));
        product.call(em -> {
            Company acme = new Company(1, "acme");
            Company other = new Company(2, "other");
            em.persist(acme);
            em.persist(other);
            em.persist(new Department(1, acme, "Sales"));
            em.persist(new Department(2, other, "Secret"));
            return acme;
        });
        return product;
    }

    MappedResourceStore store() {
        List<EntityMapping<?>> mappings = List.of(Mappings.users(), Mappings.groups());
        return MappedResourceStore.of(this, registry(), mappings);
    }

    /** The same with users and groups of another kind. */
    MappedResourceStore store(EntityMapping<?> users, EntityMapping<?> groups) {
        List<EntityMapping<?>> mappings = List.of(users, groups);
        return MappedResourceStore.of(this, Mappings.registry(mappings), mappings);
    }

    static SchemaRegistry registry() {
        return Types.REGISTRY;
    }

    /** The resource types, narrowed. */
    static final class Types {
        private static final SchemaRegistry REGISTRY = Mappings.registry(List.of(Mappings.users(), Mappings.groups()));
        static final ResourceType USER = REGISTRY.byName("User").orElseThrow();
        static final ResourceType GROUP = REGISTRY.byName("Group").orElseThrow();

        private Types() {}
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
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
        EntityManager em = factory.createEntityManager();
        try {
            return work.apply(em);
        } finally {
            em.close();
        }
    }
}
