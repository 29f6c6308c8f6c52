package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.database.BoundQuery;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.store.mapped.product.Department;

/** A query that a provider remembers finds what it would find anew, with other values and other parts of its rows. */
@ParameterizedClass
@EnumSource(
        value = Product.On.class,
        names = {"ECLIPSELINK_H2", "ECLIPSELINK_POSTGRES", "HIBERNATE_H2"})
class RememberedQueriesTest {

    private static final String NUMBERS =
            "select d.id from Department d where d.id >= ?1 and d.name = ?2 order by d.id";
    private static final int ROWS = 60;

    private final Product product;
    private final long first;
    private final String name;

    RememberedQueriesTest(Product.On on) {
        product = Product.on(on, "remembered");
        first = Product.NEXT.getAndAdd(ROWS);
        name = "Department of " + first;
    }

    @BeforeEach
    void fill() {
        product.call(em -> {
            LongStream.range(first, first + ROWS).forEach(id -> em.persist(new Department(id, null, name)));
            return name;
        });
    }

    private List<Long> part(long from, BoundQuery.Window window) {
        return product.read(em -> BoundQuery.list(em, NUMBERS, Long.class, Parameters.of(from, name), window));
    }

    private List<Long> all(long from) {
        return product.read(em -> BoundQuery.list(em, NUMBERS, Long.class, Parameters.of(from, name)));
    }

    private List<Long> expected(long from, int most) {
        return LongStream.range(from, Math.min(from + most, first + ROWS))
                .boxed()
                .toList();
    }

    @Test
    void all_rows_and_parts_of_them_do_not_mix() {
        assertThat(part(first, new BoundQuery.Window(0, 10))).isEqualTo(expected(first, 10));
        assertThat(all(first)).isEqualTo(expected(first, ROWS));
        assertThat(part(first, new BoundQuery.Window(50, 20))).isEqualTo(expected(first + 50, 10));
        assertThat(all(first + 5)).isEqualTo(expected(first + 5, ROWS));
        assertThat(part(first + 5, new BoundQuery.Window(1, 1))).isEqualTo(expected(first + 6, 1));
    }

    @Test
    void those_who_ask_at_once_get_their_own_rows() throws InterruptedException {
        List<Callable<Boolean>> asked = IntStream.range(0, 400)
                .<Callable<Boolean>>mapToObj(i -> () -> part(first, new BoundQuery.Window(i % 50, 1 + i % 7))
                        .equals(expected(first + i % 50, 1 + i % 7)))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            assertThat(pool.invokeAll(asked))
                    .allSatisfy(right -> assertThat(right.get()).isTrue());
        } finally {
            pool.shutdownNow();
        }
    }
}
