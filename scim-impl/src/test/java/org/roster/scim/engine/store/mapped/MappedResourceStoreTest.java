package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Company;
import org.roster.scim.engine.store.mapped.product.Team;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceStore;

/** A product's own tables as SCIM resources, by both JPA providers on two databases (RFC 7644 §3). */
@ParameterizedClass
@EnumSource(Product.On.class)
class MappedResourceStoreTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final Product product;
    private final Scim scim;

    MappedResourceStoreTest(Product.On on) {
        product = Product.on(on, "store");
        scim = new Scim(product.store(), "acme");
    }

    @BeforeEach
    void forgetWhatOthersLeft() {
        product.call(em -> {
            List.of("Membership", "Team", "Phone", "Account")
                    .forEach(entity -> em.createQuery("select x from " + entity + " x", Object.class)
                            .getResultList()
                            .forEach(em::remove));
            return scim;
        });
    }

    private ScimResource ilse() {
        return scim.user("{'userName': 'Ilse', 'active': true, 'name': {'givenName': 'Ilse', 'familyName': 'Maus'}}");
    }

    private Account account(ScimResource user) {
        return product.read(em -> em.createQuery(
                        "select distinct a from Account a left join fetch a.phones where a.uuid = ?1", Account.class)
                .setParameter(1, user.id())
                .getSingleResult());
    }

    @Nested
    class Creating {

        @Test
        void an_entity_with_everything_is_read_as_it_was_sent() {
            String all = "{'userName': 'Ilse', 'active': true, 'nickName': 'il',"
                    + " 'name': {'givenName': 'Ilse', 'familyName': 'Maus'},"
                    + " 'emails': [{'type': 'work', 'value': 'i@work.example'}, {'type': 'home', 'value': 'i@home.example'}],"
                    + " 'phoneNumbers': [{'type': 'mobile', 'value': '1'}, {'type': 'work', 'value': '2'}],"
                    + " 'ims': [{'value': 'ilse'}],"
                    + " 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User':"
                    + " {'costCenter': '42', 'department': 'Sales'},"
                    + " 'urn:example:params:scim:schemas:extension:game:2.0:User':"
                    + " {'points': 7, 'rating': 1.5, 'hiredAt': '2020-01-01T00:00:00.000Z'}}";

            JsonObject read = scim.read(scim.user(all)).attributes();

            assertThat(read.getString("userName")).isEqualTo("Ilse");
            assertThat(read.getBoolean("active")).isTrue();
            assertThat(read.getString("displayName")).isEqualTo("Ilse Maus");
            assertThat(read.getString("userType")).isEqualTo("Employee");
            assertThat(read.get("name")).isEqualTo(JsonText.object("{'givenName': 'Ilse', 'familyName': 'Maus'}"));
            assertThat(read.getJsonArray("emails"))
                    .containsExactlyElementsOf(
                            JsonText.array("[{'value': 'i@work.example', 'type': 'work', 'primary': true},"
                                    + " {'value': 'i@home.example', 'type': 'home'}]"));
            assertThat(read.getJsonArray("phoneNumbers"))
                    .containsExactlyInAnyOrderElementsOf(
                            JsonText.array("[{'value': '1', 'type': 'mobile'}, {'value': '2', 'type': 'work'}]"));
            assertThat(read.getJsonArray("ims")).containsExactlyElementsOf(JsonText.array("[{'value': 'ilse'}]"));
            assertThat(read.get(ENTERPRISE)).isEqualTo(JsonText.object("{'costCenter': '42', 'department': 'Sales'}"));
            assertThat(read.getJsonObject(Mappings.GAME).getInt("points")).isEqualTo(7);
            assertThat(read.getJsonObject(Mappings.GAME).getJsonNumber("rating").bigDecimalValue())
                    .isEqualByComparingTo("1.5");
            assertThat(read.getJsonObject(Mappings.GAME).getString("hiredAt")).isEqualTo("2020-01-01T00:00:00.000Z");
        }

        @Test
        void the_entity_is_filled_by_its_setters_methods_and_fields() {
            ScimResource user = scim.user("{'userName': 'Ilse', 'active': false, 'password': 'geheim'}");

            Account account = account(user);
            assertThat(account.getLogin()).isEqualTo("Ilse");
            assertThat(account.getSecret()).isEqualTo("hash of geheim");
            assertThat(account.getStatus()).hasToString("LOCKED");
            assertThat(user.attributes()).doesNotContainKey("password");
        }

        @Test
        void a_user_name_that_is_taken_is_refused_in_any_case() {
            ilse();

            assertThatThrownBy(() -> scim.user("{'userName': 'ILSE'}"))
                    .isInstanceOfSatisfying(
                            ScimException.class, e -> assertThat(e.status()).isEqualTo(409));
        }

        @Test
        void what_the_entity_refuses_is_an_invalid_value() {
            assertThatThrownBy(() -> scim.user("{'userName': 'two\\nlines'}"))
                    .isInstanceOf(ScimException.class)
                    .hasMessageContaining("userName: the value is refused: a login has one line");
        }

        @Test
        void an_email_of_a_type_without_a_column_is_refused() {
            assertThatThrownBy(
                            () -> scim.user("{'userName': 'x', 'emails': [{'type': 'other', 'value': 'a@b.example'}]}"))
                    .isInstanceOf(ScimException.class)
                    .hasMessageContaining("must be one of work, home");
        }

        @Test
        void a_department_that_the_tenant_does_not_have_is_refused() {
            assertThatThrownBy(() -> scim.user("{'userName': 'x', '" + ENTERPRISE + "': {'department': 'Secret'}}"))
                    .isInstanceOf(ScimException.class)
                    .hasMessageContaining("there is nothing called \"Secret\"");
        }

        @Test
        void a_tenant_without_a_company_has_no_place_for_users() {
            assertThatThrownBy(() -> new Scim(product.store(), "nobody").user("{'userName': 'x'}"))
                    .isInstanceOfSatisfying(
                            ScimException.class, e -> assertThat(e.status()).isEqualTo(403));
        }
    }

    @Nested
    class Rows {

        @Test
        void other_tenants_robots_and_the_deleted_are_not_there() {
            ScimResource ilse = ilse();
            product.call(em -> {
                em.persist(Account.robot("robot-1", em.getReference(Company.class, 1L)));
                return ilse;
            });

            assertThat(new Scim(product.store(), "other").find(Product.Types.USER, ilse.id()))
                    .isEmpty();
            assertThat(scim.find(Product.Types.USER, "robot-1")).isEmpty();
            assertThat(scim.ids(Product.Types.USER, "userName pr")).containsExactly(ilse.id());
            scim.delete(ilse);
            assertThat(scim.ids(Product.Types.USER, "userName pr")).isEmpty();
            assertThat(account(ilse).isDeleted()).isTrue();
        }

        @Test
        void what_scim_does_not_own_is_read_and_not_changed() {
            product.call(em -> {
                em.persist(Account.local("local-1", em.getReference(Company.class, 1L)));
                return scim;
            });
            ScimResource local = scim.find(Product.Types.USER, "local-1").orElseThrow();

            assertThatThrownBy(() -> scim.patch(local, "[{'op': 'replace', 'path': 'nickName', 'value': 'x'}]"))
                    .isInstanceOfSatisfying(
                            ScimException.class, e -> assertThat(e.status()).isEqualTo(403));
            assertThatThrownBy(() -> scim.delete(local))
                    .isInstanceOfSatisfying(
                            ScimException.class, e -> assertThat(e.status()).isEqualTo(403));
        }

        @Test
        void a_unique_value_of_a_deleted_row_is_free_again() {
            scim.delete(ilse());

            assertThat(ilse().text("userName")).contains("Ilse");
        }
    }

    @Nested
    class Changing {

        @Test
        void a_change_counts_the_version_up_and_one_without_effect_does_not() {
            ScimResource ilse = ilse();

            ScimResource same = scim.patch(ilse, "[{'op': 'replace', 'path': 'active', 'value': true}]");
            ScimResource locked = scim.patch(ilse, "[{'op': 'replace', 'path': 'active', 'value': false}]");

            assertThat(same.meta().version()).isEqualTo(ilse.meta().version());
            assertThat(locked.meta().version()).isNotEqualTo(ilse.meta().version());
            assertThat(locked.attributes().getBoolean("active")).isFalse();
            assertThatThrownBy(() -> scim.patch(
                            ilse,
                            "[{'op': 'remove', 'path': 'nickName'}]",
                            new Precondition(List.of(ilse.meta().version()))))
                    .isInstanceOfSatisfying(
                            ScimException.class, e -> assertThat(e.status()).isEqualTo(412));
        }

        @Test
        void a_replacement_clears_what_it_does_not_name() {
            ScimResource ilse = scim.user("{'userName': 'Ilse', 'nickName': 'il', 'emails': [{'type': 'home', 'value':"
                    + " 'i@x.example'}], '" + ENTERPRISE + "': {'department': 'Sales', 'costCenter': '1'},"
                    + " 'phoneNumbers': [{'type': 'work', 'value': '1'}]}");

            JsonObject left = scim.replace(ilse, "{'userName': 'Ilse'}").attributes();

            assertThat(left).containsOnlyKeys("userName", "userType");
        }

        @Test
        void a_phone_that_changes_keeps_what_scim_does_not_know() {
            ScimResource ilse = scim.user("{'userName': 'Ilse', 'phoneNumbers': [{'type': 'work', 'value': '1'},"
                    + " {'type': 'home', 'value': '2'}]}");
            product.call(em -> {
                em.createQuery(
                                "select p from Phone p where p.kind = 'work'",
                                org.roster.scim.engine.store.mapped.product.Phone.class)
                        .getSingleResult()
                        .setNote("mute at night");
                return ilse;
            });

            ScimResource changed = scim.patch(
                    ilse, "[{'op': 'replace', 'path': 'phoneNumbers[type eq \\\"work\\\"].value', 'value': '3'}]");

            assertThat(changed.attributes().getJsonArray("phoneNumbers"))
                    .containsExactlyInAnyOrderElementsOf(
                            JsonText.array("[{'value': '3', 'type': 'work'}, {'value': '2', 'type': 'home'}]"));
            assertThat(account(ilse).getPhones())
                    .filteredOn(p -> "work".equals(p.getKind()))
                    .singleElement()
                    .satisfies(p -> assertThat(p.getNote()).isEqualTo("mute at night"));
        }

        @Test
        void the_other_rows_of_the_key_value_table_stay() {
            ScimResource ilse = scim.user("{'userName': 'Ilse', '" + ENTERPRISE + "': {'costCenter': '1'}}");
            product.call(em -> {
                em.createQuery("select a from Account a where a.uuid = ?1", Account.class)
                        .setParameter(1, ilse.id())
                        .getSingleResult()
                        .putProperty("theme", "dark");
                return ilse;
            });

            scim.patch(ilse, "[{'op': 'replace', 'path': '" + ENTERPRISE + ":costCenter', 'value': '2'}]");

            List<String> properties = product.read(em -> em.createQuery(
                            "select p.value from Account a join a.properties p where a.uuid = ?1", String.class)
                    .setParameter(1, ilse.id())
                    .getResultList());
            assertThat(properties).containsExactlyInAnyOrder("dark", "2");
        }

        @Test
        void several_calls_are_one_and_a_refused_one_leaves_nothing() {
            assertThatThrownBy(() -> scim.store().atomically(store -> {
                        ilse2(store);
                        throw ScimException.invalidValue("enough");
                    }))
                    .isInstanceOf(ScimException.class);

            assertThat(scim.ids(Product.Types.USER, "userName pr")).isEmpty();
        }

        private void ilse2(ResourceStore store) {
            new Scim((MappedResourceStore) store, "acme").user("{'userName': 'Ilse'}");
        }
    }

    @Nested
    class Members {

        @Test
        void members_come_and_go_as_rows_of_the_join_entity() {
            ScimResource ilse = ilse();
            ScimResource otto = scim.user("{'userName': 'Otto'}");
            ScimResource team = scim.group("{'displayName': 'Mice', 'members': [{'value': '" + ilse.id() + "'}]}");

            ScimResource both =
                    scim.patch(team, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + otto.id() + "'}]}]");

            assertThat(both.attributes().getJsonArray("members"))
                    .extracting(m -> m.asJsonObject().getString("value"))
                    .containsExactlyInAnyOrder(ilse.id(), otto.id());
            assertThat(both.meta().version()).isNotEqualTo(team.meta().version());
            assertThat(scim.read(ilse).attributes().getJsonArray("groups"))
                    .containsExactlyElementsOf(
                            JsonText.array("[{'value': '" + team.id() + "', 'display': 'Mice', 'type': 'direct'}]"));
            List<String> roles = product.read(em -> em.createQuery("select m.role from Membership m", String.class)
                    .getResultList());
            assertThat(roles).containsExactly("MEMBER", "MEMBER");
            assertThat(scim.ids(Product.Types.GROUP, "members.value eq \"" + otto.id() + "\""))
                    .containsExactly(team.id());
            assertThat(scim.ids(Product.Types.USER, "groups.value eq \"" + team.id() + "\""))
                    .containsExactlyInAnyOrder(ilse.id(), otto.id());

            ScimResource one =
                    scim.patch(team, "[{'op': 'remove', 'path': 'members[value eq \\\"" + ilse.id() + "\\\"]'}]");

            assertThat(one.attributes().getJsonArray("members"))
                    .containsExactlyElementsOf(
                            JsonText.array("[{'value': '" + otto.id() + "', 'display': 'Otto', 'type': 'User'}]"));
        }

        @Test
        void the_products_cache_does_not_keep_who_was_a_member() {
            ScimResource ilse = ilse();
            ScimResource team = scim.group("{'displayName': 'Mice'}");
            assertThat(members(team)).isZero();

            scim.patch(team, "[{'op': 'add', 'path': 'members', 'value': [{'value': '" + ilse.id() + "'}]}]");

            assertThat(members(team)).isEqualTo(1);
        }

        private int members(ScimResource team) {
            return product.read(em -> em.find(Team.class, UUID.fromString(team.id()))
                    .getMemberships()
                    .size());
        }

        @Test
        void a_stranger_is_no_member() {
            ScimResource stranger = new Scim(product.store(), "other").user("{'userName': 'x'}");

            assertThatThrownBy(() ->
                            scim.group("{'displayName': 'Mice', 'members': [{'value': '" + stranger.id() + "'}]}"))
                    .isInstanceOf(ScimException.class)
                    .hasMessageContaining("there is no other resource with the id");
        }

        @Test
        void a_group_is_deleted_with_its_rows_and_members_stay() {
            ScimResource ilse = ilse();
            ScimResource team = scim.group("{'displayName': 'Mice', 'members': [{'value': '" + ilse.id() + "'}]}");

            scim.delete(team);

            assertThat(scim.find(Product.Types.GROUP, team.id())).isEmpty();
            assertThat(scim.read(ilse).attributes()).doesNotContainKey("groups");
        }
    }
}
