package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.engine.database.Transactions;

/** Every node and every start finds the same keys. */
@ExtendWith(Databases.class)
@Tag("C-5.3-01")
class JpaKeyringTest {

    @Test
    void a_key_is_the_same_for_every_node_on_h2(Databases.OnH2 database) throws Exception {
        check(database.transactions());
    }

    @Test
    void a_key_is_the_same_for_every_node_on_postgres(Databases.OnPostgres database) throws Exception {
        check(database.transactions());
    }

    @Test
    void a_key_is_the_same_for_every_node_on_mariadb(Databases.OnMariaDb database) throws Exception {
        check(database.transactions());
    }

    private static void check(Transactions transactions) throws Exception {
        Callable<String> node = () -> hex(transactions, "race");
        Set<String> keys = new TreeSet<>();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (Future<String> key :
                    nodes.invokeAll(Stream.generate(() -> node).limit(16).toList())) {
                keys.add(key.get());
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(keys).hasSize(1).allSatisfy(key -> assertThat(key).matches("[0-9a-f]{64}"));
        assertThat(hex(transactions, "another")).isNotIn(keys);
    }

    private static String hex(Transactions transactions, String name) {
        return HexFormat.of().formatHex(new JpaKeyring(transactions).key(name));
    }
}
