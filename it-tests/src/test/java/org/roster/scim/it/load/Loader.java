package org.roster.scim.it.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.roster.scim.engine.schema.BuiltInSchemas;
import org.roster.scim.engine.schema.ResourceReader;
import org.roster.scim.engine.store.jpa.StoreRows;
import org.roster.scim.engine.store.jpa.StoreRows.NewResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/**
 * Fills an empty PostgreSQL with a directory, some ten thousand users in a second: the engine makes documents and rows, COPY
 * writes them, and the indexes are made at the end. {@code LoadedRowsIT} holds what comes out beside what the service writes.
 */
public final class Loader {

    /** When the first user was created: 2023, in milliseconds since 1970. The others follow, one in a minute. */
    public static final long START = 1_672_531_200_000L;

    private static final long STEP = 60_000;
    private static final String TENANT = "default";
    private static final int CHUNK = 2_000;
    private static final int GROUP_CHUNK = 200;
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final SchemaRegistry SCHEMAS = BuiltInSchemas.load();

    private final DataSource dataSource;
    private final Map<String, String> columns = new TreeMap<>(StoreRows.COLUMNS);
    private final Companion companion;

    /** Rows of somebody else for each user, to compare with. */
    public interface Companion {
        void rows(String id, GeneratedUser user, String json, StoreRows.Sink sink);
    }

    /** A loader of the directory alone. */
    public Loader(DataSource dataSource) {
        this(dataSource, Map.of(), (id, user, json, sink) -> {});
    }

    /** A loader that fills other tables too, given with their columns; they exist. */
    public Loader(DataSource dataSource, Map<String, String> others, Companion companion) {
        this.dataSource = dataSource;
        this.columns.putAll(others);
        this.companion = companion;
    }

    /** Makes the tables and a directory of so many users with its groups. */
    public void load(int users) throws SQLException {
        StoreRows.migrate(dataSource);
        String[] ids = new String[users];
        Arrays.setAll(ids, n -> StoreRows.idAt(START + n * STEP));
        List<GeneratedGroup> groups = GeneratedGroup.among(users);
        inBulk(() -> {
            each(users, CHUNK, (n, copy) -> user(ids[n], START + n * STEP, new GeneratedUser(n), ids[n / 10], copy));
            each(groups.size(), GROUP_CHUNK, (n, copy) -> {
                GeneratedGroup group = groups.get(n);
                List<String> members = Arrays.asList(ids).subList(group.first(), group.first() + group.size());
                long created = START + n * STEP;
                resource(new Posted("Group", StoreRows.idAt(created), created, group.json()), members, copy);
            });
        });
    }

    /** One resource as the service got it. */
    record Posted(String type, String id, long created, String json) {}

    /** Loads a few resources into a directory that exists, each with its members. */
    void load(Map<Posted, List<String>> resources) throws SQLException {
        inBulk(() -> {
            try (Copy copy = new Copy(dataSource, columns)) {
                resources.forEach((posted, members) -> resource(posted, members, copy));
                copy.send();
            }
        });
    }

    private interface Work {
        void run() throws SQLException;
    }

    private interface Item {
        void write(int n, Copy copy);
    }

    private void inBulk(Work work) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Indexes indexes = Indexes.drop(connection, columns.keySet());
            try {
                work.run();
            } finally {
                indexes.make(connection);
            }
            // The service knows how many there are, unless it is told to count again.
            statement.execute("delete from scim_total");
            statement.execute("vacuum (analyze) " + String.join(", ", columns.keySet()));
        }
    }

    private void user(String id, long created, GeneratedUser user, String manager, Copy copy) {
        String json = user.json(manager);
        resource(new Posted("User", id, created, json), List.of(), copy);
        companion.rows(id, user, json, copy);
    }

    private static void resource(Posted posted, List<String> members, StoreRows.Sink sink) {
        ResourceType type = SCHEMAS.byName(posted.type()).orElseThrow();
        JsonObject document = ResourceReader.read(type, parsed(posted.json()));
        StoreRows.of(new NewResource(posted.id(), TENANT, posted.created(), type, document), members, sink);
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = READERS.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Takes the items in chunks, on as many threads as there are processors. */
    private void each(int items, int chunk, Item item) throws SQLException {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<Void>> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                threads.add(pool.submit(() -> {
                    try (Copy copy = new Copy(dataSource, columns)) {
                        for (int from = next.getAndAdd(chunk); from < items; from = next.getAndAdd(chunk)) {
                            for (int n = from; n < Math.min(items, from + chunk); n++) {
                                item.write(n, copy);
                            }
                            copy.send();
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> thread : threads) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("the load failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("the load was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
