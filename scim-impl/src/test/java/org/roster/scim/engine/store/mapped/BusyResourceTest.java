package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.resource.ScimResource;

/** A resource that somebody changes all the time is read all the same, and as a whole. */
class BusyResourceTest {

    /**
     * Whoever reads outside of a transaction finds that the resource was changed since the statement before.
     *
     * @param product whose rows they are
     * @param change is made before each statement but the first
     */
    private record Busy(Product product, Runnable change) implements Transactions {

        @Override
        public <T> T call(Function<EntityManager, T> work) {
            return product.call(work);
        }

        @Override
        public <T> T read(Function<EntityManager, T> work) {
            return product.read(em -> work.apply(disturbed(em)));
        }

        private EntityManager disturbed(EntityManager em) {
            AtomicInteger statements = new AtomicInteger();
            InvocationHandler disturbing = (proxy, method, arguments) -> {
                if (method.getName().startsWith("create") && statements.incrementAndGet() > 1) {
                    change.run();
                }
                return delegated(em, method, arguments);
            };
            return (EntityManager) Proxy.newProxyInstance(
                    EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, disturbing);
        }

        private static Object delegated(EntityManager em, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(em, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_read_while_it_is_locked_if_nothing_else_helps(Product.On on) {
        Product product = Product.on(on, "store");
        Scim quiet = new Scim(product.store(), "acme");
        ScimResource user = quiet.user("{'userName': '" + UUID.randomUUID() + "', 'active': true, 'nickName': 'n0',"
                + " 'phoneNumbers': [{'type': 'work', 'value': 'n0'}]}");
        AtomicInteger changes = new AtomicInteger();
        Busy busy = new Busy(product, () -> {
            String value = "'n" + changes.incrementAndGet() + "'";
            quiet.patch(
                    user,
                    "[{'op': 'replace', 'value': {'nickName': " + value
                            + ", 'phoneNumbers': [{'type': 'work', 'value': " + value + "}]}}]");
        });
        List<EntityMapping<?>> mappings = List.of(Mappings.users(), Mappings.groups());
        Scim scim = new Scim(MappedResourceStore.of(busy, Product.registry(), mappings), "acme");

        ScimResource read = scim.read(user);

        assertThat(changes).as("changes between the statements of a reader").hasPositiveValue();
        String last = "n" + changes.get();
        assertThat(read.attributes().getString("nickName")).isEqualTo(last);
        assertThat(read.attributes()
                        .getJsonArray("phoneNumbers")
                        .getJsonObject(0)
                        .getString("value"))
                .isEqualTo(last);
    }
}
