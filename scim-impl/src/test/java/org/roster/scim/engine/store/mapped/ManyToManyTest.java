package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Device;
import org.roster.scim.engine.store.mapped.product.Project;
import org.roster.scim.error.ScimException;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.resource.ScimResource;

/** Members by a many-to-many, which either side may keep; with a version and without (RFC 7643 §4.2). */
@ParameterizedClass(name = "{0} {1}")
@MethodSource("mappings")
class ManyToManyTest {

    private static final EntityMapping<Account> USERS = EntityMapping.of("User", Account.class)
            .id("uuid")
            .tenant("company.code")
            .attribute("userName", "login")
            .build();
    private static final EntityMapping<Device> DEVICES = EntityMapping.of("Group", Device.class)
            .tenant("owner")
            .attribute("displayName", "label")
            .members("users", m -> m)
            .build();
    private static final EntityMapping<Project> PROJECTS = EntityMapping.of("Group", Project.class)
            .tenant("company.code")
            .attribute("displayName", "name")
            .members("people", m -> m)
            .build();

    private final Product product;
    private final EntityMapping<?> mapping;
    private final Scim scim;

    ManyToManyTest(Product.On on, String kind) {
        product = Product.on(on, "many");
        mapping = kind.equals("Device") ? DEVICES : PROJECTS;
        scim = new Scim(product.store(USERS, mapping), "acme");
    }

    static Stream<Arguments> mappings() {
        return Stream.of(Product.On.ECLIPSELINK_H2, Product.On.HIBERNATE_H2)
                .flatMap(on -> Stream.of(Arguments.of(on, "Device"), Arguments.of(on, "Project")));
    }

    private ScimResource user() {
        return user(scim);
    }

    private static ScimResource user(Scim scim) {
        return scim.user("{'userName': 'm" + Product.NEXT.incrementAndGet() + "'}");
    }

    private ScimResource group(ScimResource... members) {
        return scim.group("{'displayName': 'G', 'members': " + listed(members) + "}");
    }

    private static String listed(ScimResource... members) {
        return Stream.of(members)
                .map(m -> "{'value': '" + m.id() + "'}")
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }

    private List<String> members(ScimResource group) {
        return MappedMembersTest.members(scim.read(group));
    }

    /** As the product itself sees it, by its shared cache. */
    private int users(ScimResource group) {
        return product.read(em -> mapping.equals(DEVICES)
                ? em.find(Device.class, group.id()).getUsers().size()
                : em.find(Project.class, Long.valueOf(group.id())).getPeople().size());
    }

    @Test
    void members_come_and_go() {
        ScimResource ilse = user();
        ScimResource otto = user();
        ScimResource uwe = user();
        ScimResource group = group(ilse);
        assertThat(members(group)).containsExactly(ilse.id());
        assertThat(users(group)).isEqualTo(1);

        ScimResource two = scim.patch(group, "[{'op': 'add', 'path': 'members', 'value': " + listed(otto, ilse) + "}]");
        assertThat(members(group)).containsExactlyInAnyOrder(ilse.id(), otto.id());
        assertThat(users(group)).isEqualTo(2);
        assertThat(two.meta().version().equals(group.meta().version())).isEqualTo(mapping.equals(DEVICES));

        scim.patch(group, "[{'op': 'remove', 'path': 'members[value eq \\\"" + ilse.id() + "\\\"]'}]");
        assertThat(members(group)).containsExactly(otto.id());

        scim.replace(group, "{'displayName': 'H', 'members': " + listed(ilse, uwe) + "}");
        assertThat(members(group)).containsExactlyInAnyOrder(ilse.id(), uwe.id());
        assertThat(users(group)).isEqualTo(2);
        assertThat(scim.read(otto).attributes()).doesNotContainKey("groups");

        scim.patch(group, "[{'op': 'remove', 'path': 'members'}]");
        assertThat(members(group)).isEmpty();
        assertThat(users(group)).isZero();
    }

    @Test
    void groups_and_members_are_found_by_each_other() {
        ScimResource ilse = user();
        ScimResource otto = user();
        ScimResource first = group(ilse);
        group(otto);

        assertThat(scim.ids(Product.Types.GROUP, "members.value eq \"" + ilse.id() + "\""))
                .containsExactly(first.id());
        assertThat(scim.ids(Product.Types.USER, "groups.value eq \"" + first.id() + "\""))
                .containsExactly(ilse.id());
        assertThat(scim.read(ilse).attributes().getJsonArray("groups"))
                .singleElement()
                .satisfies(g -> assertThat(g.asJsonObject().getString("value")).isEqualTo(first.id()));
    }

    @Test
    void a_deleted_group_leaves_its_members() {
        ScimResource ilse = user();
        ScimResource group = group(ilse);

        scim.delete(group);

        assertThat(scim.find(Product.Types.GROUP, group.id())).isEmpty();
        assertThat(scim.read(ilse).attributes()).doesNotContainKey("groups");
    }

    @Test
    void a_deleted_member_is_none() {
        ScimResource ilse = user();
        ScimResource otto = user();
        ScimResource group = group(ilse, otto);

        scim.delete(ilse);

        assertThat(members(group)).containsExactly(otto.id());
        assertThat(users(group)).isEqualTo(1);
    }

    @Test
    void who_is_not_there_cannot_be_a_member() {
        ScimResource stranger = user(new Scim(product.store(USERS, mapping), "other"));

        assertThatThrownBy(() -> group(stranger))
                .isInstanceOf(ScimException.class)
                .hasMessageContaining("there is no other resource with the id");
    }
}
