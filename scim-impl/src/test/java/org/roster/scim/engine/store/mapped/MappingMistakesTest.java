package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Company;
import org.roster.scim.engine.store.mapped.product.Kind;
import org.roster.scim.engine.store.mapped.product.Team;
import org.roster.scim.mapping.Converter;
import org.roster.scim.mapping.EntityMapping;

/** A mapping that is wrong ends the deployment with one message that says what to change. */
class MappingMistakesTest {

    private static final String USER = "EntityMapping of User, attribute ";

    private static List<String> mistakes(EntityMapping<?>... mappings) {
        List<EntityMapping<?>> all = List.of(mappings);
        MappedResourceStore store =
                MappedResourceStore.of(Product.on(Product.On.ECLIPSELINK_H2, "mistakes"), Mappings.registry(all), all);
        try {
            store.check(Mappings.sources().with(all).mappingMistakes());
            return List.of();
        } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()).split("\n"));
        }
    }

    private static EntityMapping.Builder<Account> user() {
        return Mappings.account().attribute("userName", "login");
    }

    private static void assertMistake(EntityMapping<?> mapping, String sentence) {
        assertThat(mistakes(mapping)).containsExactly("SCIM11000 The mappings cannot be used.", sentence);
    }

    @Test
    void mappings_without_mistakes_pass() {
        assertThatCode(() -> Product.on(Product.On.HIBERNATE_H2, "mistakes")
                        .store()
                        .check(Mappings.sources()
                                .with(List.of(Mappings.users(), Mappings.groups()))
                                .mappingMistakes()))
                .doesNotThrowAnyException();
    }

    @Test
    void a_service_without_mappings_needs_no_persistence_unit() {
        MappedResourceStore store =
                MappedResourceStore.of(new NoTransactions(), Mappings.registry(List.of()), List.of());

        assertThatCode(() -> store.check(List.of())).doesNotThrowAnyException();
        assertThat(store.features().sort()).isTrue();
        assertThat(store.keeps(Product.Types.USER)).isFalse();
    }

    @Test
    void an_unknown_field() {
        assertMistake(
                user().attribute("nickName", "nik").build(),
                USER + "\"nickName\": the entity Account has no field \"nik\"; did you mean \"nick\"?");
    }

    @Test
    void an_unknown_field_of_an_embedded_object() {
        assertMistake(
                user().attribute("name.givenName", "person.first").build(),
                USER + "\"name.givenName\": the entity Person has no field \"first\"; it has firstName, lastName");
    }

    @Test
    void a_field_of_the_wrong_type() {
        assertMistake(
                user().attribute("active", "nick").build(),
                USER
                        + "\"active\": the attribute is of type boolean and the field of type String; say which values mean"
                        + " true and false, for instance by Converter.flag(on, off)");
    }

    @Test
    void a_converter_of_the_wrong_type() {
        assertMistake(
                user().attribute("active", "status", Converter.flag("A", "L")).build(),
                USER
                        + "\"active\": the converter has the value A and the field is of type Status; give it values of that"
                        + " type");
    }

    @Test
    void an_id_that_nobody_makes() {
        assertMistake(
                EntityMapping.of("Group", Company.class)
                        .attribute("displayName", "code")
                        .build(),
                "EntityMapping of Group, id: the field \"id\" is a number that nobody generates; give it @GeneratedValue,"
                        + " make new entities by .constructor(...), or name another field");
    }

    @Test
    void a_field_that_is_no_id() {
        assertMistake(
                user().id("status").build(),
                "EntityMapping of User, id: the field \"status\" is of type Status; an id is text, UUID or a whole number"
                        + " of the entity itself");
    }

    @Test
    void two_attributes_on_one_column() {
        assertMistake(
                user().attribute("nickName", "nick").attribute("title", "nick").build(),
                USER
                        + "\"title\": the field \"nick\" belongs to the attribute \"nickName\" already; make one of the two"
                        + " .readOnly()");
    }

    @Test
    void a_tenant_that_cannot_be_reached() {
        assertMistake(
                user().tenant("login.code").build(),
                "EntityMapping of User, tenant: the field \"login\" of Account has no fields, so \"login.code\" leads"
                        + " nowhere; end at \"login\", or name an embedded or joined entity");
    }

    @Test
    void a_method_that_removes_without_a_mark_of_what_is_gone() {
        EntityMapping<Account> mapping = EntityMapping.of("User", Account.class)
                .attribute("userName", "login")
                .deletedBy(Account::getStatus)
                .build();
        assertMistake(
                mapping,
                "EntityMapping of User, deletedBy: calls a method of the entity instead of deleting the row, but nothing says"
                        + " which rows are gone; add .softDelete(<field>, <value>) or .deletedSince(<field>)");
    }

    @Test
    void a_maker_where_nothing_is_joined() {
        assertMistake(
                user().attribute("nickName", "nick", n -> n.madeBy((String nick) -> nick))
                        .build(),
                USER
                        + "\"nickName\": the field \"nick\" is not one of a joined entity, so there is nothing to make; take"
                        + " .madeBy(...) away");
    }

    @Test
    void an_unknown_attribute() {
        assertMistake(
                user().attribute("nikName", "nick").build(),
                USER + "\"nikName\": the schema of User has no such attribute; did you mean \"nickName\"?");
    }

    @Test
    void an_attribute_that_is_mapped_twice() {
        assertMistake(
                user().attribute("username", "nick").build(),
                USER + "\"username\": is mapped twice; take one of the two out");
    }

    @Test
    void a_multi_valued_attribute_on_a_single_column() {
        assertMistake(
                user().attribute("emails", "workEmail").build(),
                USER + "\"emails\": is multi-valued, and this is a single column; map \"emails\" by .columns(...) for a"
                        + " fixed set of columns, or by .elements(...) for a collection");
    }

    @Test
    void a_required_attribute_that_is_not_mapped() {
        assertMistake(
                Mappings.account().attribute("nickName", "nick").build(),
                USER + "\"userName\": is required and not mapped; add .attribute(\"userName\", <field of Account>)");
    }

    @Test
    void members_of_an_entity_that_is_not_mapped() {
        assertMistake(
                EntityMapping.of("Group", Team.class)
                        .attribute("displayName", "title")
                        .members("memberships", m -> m)
                        .build(),
                "EntityMapping of Group, attribute \"members\": the members are of the entity Membership, which no"
                        + " EntityMapping is for; map it, or say how the join entity leads to the member: m.via(<field of"
                        + " Membership>)");
    }

    @Test
    void members_of_one_entity_that_are_mapped_twice() {
        assertThat(mistakes(
                        Mappings.users(),
                        EntityMapping.of("Group", Team.class)
                                .attribute("displayName", "title")
                                .members("memberships", m -> m.via("account"))
                                .members("memberships", m -> m.via("account").with("role", "OWNER"))
                                .build()))
                .containsExactly(
                        "SCIM11000 The mappings cannot be used.",
                        "EntityMapping of Group, attribute \"members\": the members of the entity Account are mapped twice;"
                                + " take one of the two out");
    }

    @Test
    void members_of_two_entities_whose_ids_are_numbers() {
        assertThat(mistakes(
                        user().id("id").build(),
                        EntityMapping.of("Group", Team.class)
                                .id("revision")
                                .constructor(Team::keyed)
                                .attribute("displayName", "title")
                                .members("memberships", m -> m.via("account"))
                                .members("parts", m -> m.via("part"))
                                .build()))
                .containsExactly(
                        "SCIM11000 The mappings cannot be used.",
                        "EntityMapping of Group, attribute \"members\": the ids of Account and of Team are numbers both, so"
                                + " nobody could tell a member of one from one of the other; name a field with text or a"
                                + " UUID by .id(...) of one of them");
    }

    @Test
    void a_folded_field_of_the_wrong_type() {
        assertMistake(
                Mappings.account()
                        .attribute("userName", "login", a -> a.folded("points"))
                        .build(),
                USER + "\"userName\": the folded field \"points\" is of type Long; folded text needs a field of type"
                        + " String");
    }

    @Test
    void a_restriction_of_the_wrong_type() {
        assertMistake(
                user().restrict("kind", "HUMAN").build(),
                "EntityMapping of User, restrict: the field \"kind\" is of type Kind and the value \"HUMAN\" is not; give"
                        + " it one of that type");
    }

    @Test
    void a_class_that_is_no_entity() {
        assertMistake(
                EntityMapping.of("User", String.class)
                        .attribute("userName", "value")
                        .build(),
                "EntityMapping of User: java.lang.String is no entity of the persistence unit; list it in persistence.xml,"
                        + " or name the entity");
    }

    @Test
    void a_resource_type_that_there_is_not() {
        assertMistake(
                EntityMapping.of("Uzer", Account.class).build(),
                "EntityMapping of Uzer: there is no such resource type; did you mean \"User\"?");
    }

    @Test
    void a_collection_that_is_none() {
        assertMistake(
                user().elements("phoneNumbers", "nick", e -> e.attribute("value", "number"))
                        .build(),
                USER + "\"phoneNumbers\": the field \"nick\" of Account is no collection; map it by .attribute(...)");
    }

    @Test
    void all_mistakes_are_told_at_once() {
        assertThat(mistakes(Mappings.account()
                        .restrict("kindd", Kind.HUMAN)
                        .attribute("nikName", "nick")
                        .attribute("title", "tittle")
                        .build()))
                .hasSize(5);
    }

    @Test
    void the_schema_has_what_is_mapped_and_no_more() {
        var user = Mappings.registry(List.of(Mappings.users(), Mappings.groups()))
                .byName("User")
                .orElseThrow();

        assertThat(user.schema().attributes())
                .extracting(a -> a.name())
                .containsExactlyInAnyOrder(
                        "userName",
                        "name",
                        "displayName",
                        "nickName",
                        "userType",
                        "active",
                        "password",
                        "emails",
                        "phoneNumbers",
                        "ims",
                        "groups");
        assertThat(user.resolve("emails.type").orElseThrow().target().canonicalValues())
                .containsExactly("work", "home");
        assertThat(user.resolve("emails.display")).isEmpty();
        assertThat(user.resolve("userType").orElseThrow().target().mutability()).hasToString("READ_ONLY");
        assertThat(user.extension("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")
                        .orElseThrow()
                        .attributes())
                .extracting(a -> a.name())
                .containsExactlyInAnyOrder("costCenter", "department");
        assertThatThrownBy(() -> user.resolve("title").orElseThrow()).isNotNull();
    }

    @Test
    void the_schema_says_of_which_types_members_are() {
        EntityMapping<Team> groups = EntityMapping.of("Group", Team.class)
                .attribute("displayName", "title")
                .members("memberships", m -> m.via("account"))
                .members("parts", m -> m.via("part"))
                .build();
        var group = Mappings.registry(List.of(Mappings.users(), groups))
                .byName("Group")
                .orElseThrow();

        assertThat(group.resolve("members.$ref").orElseThrow().target().referenceTypes())
                .containsExactly("User", "Group");
        assertThat(group.resolve("members.type").orElseThrow().target().canonicalValues())
                .containsExactly("User", "Group");
    }
}
