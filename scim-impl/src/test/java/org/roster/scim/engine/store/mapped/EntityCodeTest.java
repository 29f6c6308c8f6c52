package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Department;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.mapping.Converter;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/** What a product's own code takes part in: how an entity goes, what is made for it, and what it is never without. */
@ParameterizedClass
@EnumSource(
        value = Product.On.class,
        names = {"ECLIPSELINK_H2", "HIBERNATE_POSTGRES"})
class EntityCodeTest {

    private static final String DEPARTMENT = TestSchemas.ENTERPRISE + ":department";

    private final Product product;
    private final ResourceType users;
    private final Scim scim;

    EntityCodeTest(Product.On on) {
        product = Product.on(on, "code");
        List<EntityMapping<?>> mappings = List.of(mapping());
        SchemaRegistry registry = Mappings.registry(mappings);
        users = registry.byName("User").orElseThrow();
        scim = new Scim(MappedResourceStore.of(product, registry, mappings), "acme");
    }

    private static EntityMapping<Account> mapping() {
        return EntityMapping.of("User", Account.class)
                .id("uuid")
                .tenant("company.code")
                .deletedSince("hiredAt")
                .deletedBy(EntityCodeTest::leave)
                .attribute("userName", "login")
                .attribute("active", "deleted", Converter.flag(false, true))
                .attribute("nickName", "nick")
                .columns("emails", c -> c.column("work", "workEmail").column("home", "homeEmail"))
                .attribute(
                        DEPARTMENT,
                        "department.name",
                        d -> d.madeBy((String name) -> new Department(Product.NEXT.incrementAndGet(), null, name)))
                .build();
    }

    private static void leave(Account account) {
        if ("boss".equals(account.getLogin())) {
            throw new IllegalStateException("the boss stays");
        }
        account.setLogin("formerly " + account.getLogin());
    }

    private ScimResource user(String json) {
        return scim.create(users, json);
    }

    @Test
    void an_entity_goes_by_its_own_method_which_can_give_its_login_free() {
        ScimResource ada = user("{'userName': 'ada'}");

        scim.delete(ada);

        assertThat(scim.find(users, ada.id())).isEmpty();
        assertThat(user("{'userName': 'ada'}").id()).isNotEqualTo(ada.id());
        List<String> logins =
                product.read(em -> em.createQuery("select a.login from Account a where a.uuid = ?1", String.class)
                        .setParameter(1, ada.id())
                        .getResultList());
        assertThat(logins).containsExactly("formerly ada");
    }

    @Test
    void an_entity_that_refuses_to_go_stays_and_says_why() {
        ScimResource boss = user("{'userName': 'boss'}");

        assertThatThrownBy(() -> scim.delete(boss))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(409))
                .hasMessageContaining("the boss stays");
        assertThat(scim.find(users, boss.id())).isPresent();
    }

    @Test
    void a_replacement_leaves_what_is_never_without_a_value() {
        ScimResource off = user("{'userName': 'off', 'active': false, 'nickName': 'o'}");

        ScimResource replaced = scim.replace(off, "{'userName': 'off'}");

        assertThat(replaced.attributes().getBoolean("active")).isFalse();
        assertThat(replaced.attributes()).doesNotContainKey("nickName");
    }

    @Test
    void what_is_never_without_a_value_cannot_be_removed() {
        ScimResource off = user("{'userName': 'stays', 'active': false}");

        assertThatThrownBy(() -> scim.patch(off, "[{'op': 'remove', 'path': 'active'}]"))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("active always has a value");
    }

    @Test
    void a_department_that_is_not_there_is_made_once_and_for_the_tenant() {
        ScimResource ada =
                user("{'userName': 'research', '" + TestSchemas.ENTERPRISE + "': {'department': 'Research'}}");
        user("{'userName': 'research too', '" + TestSchemas.ENTERPRISE + "': {'department': 'Research'}}");

        List<String> companies = product.read(
                em -> em.createQuery("select d.company.code from Department d where d.name = 'Research'", String.class)
                        .getResultList());
        assertThat(companies).containsExactly("acme");
        assertThat(ada.attributes().getJsonObject(TestSchemas.ENTERPRISE).getString("department"))
                .isEqualTo("Research");
    }

    @Test
    void the_same_again_in_another_order_and_without_what_the_store_adds_changes_nothing() {
        ScimResource ada = user("{'userName': 'same', 'emails': [{'type': 'work', 'value': 'w@x.example'},"
                + " {'type': 'home', 'value': 'h@x.example'}]}");

        ScimResource again = scim.replace(
                ada,
                "{'userName': 'same', 'emails': [{'value': 'h@x.example', 'type': 'home'},"
                        + " {'value': 'w@x.example', 'type': 'work'}]}");

        assertThat(again.meta().version()).isEqualTo(ada.meta().version());
        assertThat(again.attributes()).isEqualTo(ada.attributes());
    }

    @Test
    void what_is_too_long_for_its_column_is_named() {
        assertThatThrownBy(() -> user("{'userName': 'long', 'nickName': '" + "x".repeat(401) + "'}"))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("nickName: the product can keep 400 characters at most");
    }

    @Test
    void many_who_need_the_same_new_department_at_once_get_one() throws InterruptedException {
        product.call(em -> em.createNativeQuery(
                        "create unique index if not exists one_of_a_name on Department (company_id, name)")
                .executeUpdate());
        List<Callable<ScimResource>> racers = IntStream.range(0, 8)
                .<Callable<ScimResource>>mapToObj(i -> () -> user(
                        "{'userName': 'racer" + i + "', '" + TestSchemas.ENTERPRISE + "': {'department': 'Racing'}}"))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            assertThat(pool.invokeAll(racers))
                    .allSatisfy(r -> assertThat(r.get().id()).isNotEmpty());
        } finally {
            pool.shutdownNow();
        }

        long departments = product.read(
                em -> em.createQuery("select count(d) from Department d where d.name = 'Racing'", Long.class)
                        .getSingleResult());
        assertThat(departments).isEqualTo(1);
    }
}
