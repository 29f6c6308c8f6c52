package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.engine.store.mapped.product.Team;
import org.roster.scim.resource.ScimResource;

/** Who is a member of what, by both JPA providers (RFC 7643 §4.2). */
@ParameterizedClass
@EnumSource(
        value = Product.On.class,
        names = {"ECLIPSELINK_H2", "HIBERNATE_H2"})
class MappedMembersTest {

    private final Product product;
    private final Scim scim;

    MappedMembersTest(Product.On on) {
        product = Product.on(on, "members");
        scim = new Scim(product.store(), "acme");
    }

    /** The product looks at its teams in each transaction, as an observer of changes may do. */
    private Scim watched() {
        Transactions watched = new Transactions() {
            @Override
            public <T> T call(Function<EntityManager, T> work) {
                return product.call(em -> {
                    em.createQuery("select t from Team t", Team.class)
                            .getResultList()
                            .forEach(team -> assertThat(team.getMemberships()).doesNotContainNull());
                    return work.apply(em);
                });
            }

            @Override
            public <T> T read(Function<EntityManager, T> work) {
                return product.read(work);
            }
        };
        return new Scim(
                MappedResourceStore.of(watched, Product.registry(), List.of(Mappings.users(), Mappings.groups())),
                "acme");
    }

    @Test
    void members_that_the_product_has_loaded_leave_all_the_same() {
        ScimResource ilse = user();
        ScimResource otto = user();
        ScimResource uwe = user();
        ScimResource team = scim.group("{'displayName': 'Watched', 'members': [" + member(ilse) + ", " + member(otto)
                + ", " + member(uwe) + "]}");

        watched().patch(team, "[{'op': 'remove', 'path': 'members', 'value': [" + member(ilse) + "]}]");
        assertThat(members(scim.read(team))).containsExactlyInAnyOrder(otto.id(), uwe.id());
        watched().replace(team, "{'displayName': 'Watched', 'members': [" + member(ilse) + ", " + member(uwe) + "]}");
        assertThat(members(scim.read(team))).containsExactlyInAnyOrder(ilse.id(), uwe.id());
        watched().delete(team);
        assertThat(scim.read(uwe).attributes()).doesNotContainKey("groups");
    }

    private ScimResource user() {
        return scim.user("{'userName': 'u" + Product.NEXT.incrementAndGet() + "'}");
    }

    private static String member(ScimResource resource) {
        return "{'value': '" + resource.id() + "'}";
    }

    static List<String> members(ScimResource group) {
        return group.attributes().containsKey("members")
                ? group.attributes().getJsonArray("members").stream()
                        .map(m -> m.asJsonObject().getString("value"))
                        .toList()
                : List.of();
    }

    @Test
    void changes_of_a_group_inside_of_one_transaction_see_each_other() {
        ScimResource ilse = user();
        ScimResource otto = user();
        ScimResource uwe = user();
        ScimResource team =
                scim.group("{'displayName': 'Mice', 'members': [" + member(ilse) + ", " + member(otto) + "]}");

        scim.store().atomically(store -> {
            Scim inside = new Scim((MappedResourceStore) store, "acme");
            inside.patch(team, "[{'op': 'add', 'path': 'members', 'value': [" + member(uwe) + "]}]");
            inside.patch(team, "[{'op': 'remove', 'path': 'members', 'value': [" + member(ilse) + "]}]");
            inside.delete(otto);
            return inside.patch(team, "[{'op': 'replace', 'path': 'displayName', 'value': 'Elephants'}]");
        });

        ScimResource after = scim.read(team);
        assertThat(after.text("displayName")).contains("Elephants");
        assertThat(members(after)).containsExactly(uwe.id());
        assertThat(scim.read(ilse).attributes()).doesNotContainKey("groups");
    }
}
