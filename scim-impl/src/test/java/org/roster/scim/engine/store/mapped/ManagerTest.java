package org.roster.scim.engine.store.mapped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/** A manager by a field that leads to another account (RFC 7643 §4.3). */
@ParameterizedClass
@EnumSource(
        value = Product.On.class,
        names = {"ECLIPSELINK_H2", "HIBERNATE_H2"})
class ManagerTest {

    private static final String MANAGER = TestSchemas.ENTERPRISE + ":manager";
    private static final EntityMapping<Account> USERS = EntityMapping.of("User", Account.class)
            .id("uuid")
            .tenant("company.code")
            .lastModified("changedAt")
            .attribute("userName", "login")
            .attribute(MANAGER + ".value", "boss.uuid")
            .attribute(MANAGER + ".displayName", "boss.shownName", a -> a.readOnly())
            .attribute("displayName", "shownName")
            .build();

    private static final SchemaRegistry REGISTRY = Mappings.registry(List.of(USERS, Mappings.groups()));
    private static final ResourceType USER = REGISTRY.byName("User").orElseThrow();

    private final Product product;
    private final Scim scim;

    ManagerTest(Product.On on) {
        product = Product.on(on, "manager");
        scim = new Scim(product.store(USERS, Mappings.groups()), "acme", REGISTRY);
    }

    private static ScimResource user(Scim scim, String display) {
        return scim.user("{'userName': 'm" + Product.NEXT.incrementAndGet() + "', 'displayName': '" + display + "'}");
    }

    private ScimResource report(ScimResource manager) {
        return scim.user("{'userName': 'r" + Product.NEXT.incrementAndGet() + "', '" + TestSchemas.ENTERPRISE
                + "': {'manager': {'value': '" + manager.id() + "'}}}");
    }

    @Test
    void a_manager_is_shown_found_changed_and_removed() {
        ScimResource ilse = user(scim, "Ilse");
        ScimResource otto = user(scim, "Otto");
        ScimResource report = report(ilse);

        assertThat(scim.read(report).attributes().getJsonObject(TestSchemas.ENTERPRISE))
                .isEqualTo(JsonText.object("{'manager': {'value': '" + ilse.id() + "', 'displayName': 'Ilse'}}"));
        assertThat(scim.ids(USER, MANAGER + ".value eq \"" + ilse.id() + "\"")).containsExactly(report.id());

        scim.patch(report, "[{'op': 'replace', 'path': '" + MANAGER + "', 'value': {'value': '" + otto.id() + "'}}]");
        assertThat(scim.ids(USER, MANAGER + ".value eq \"" + otto.id() + "\"")).containsExactly(report.id());
        assertThat(scim.ids(USER, MANAGER + ".value eq \"" + ilse.id() + "\"")).isEmpty();

        ScimResource without = scim.patch(report, "[{'op': 'remove', 'path': '" + MANAGER + "'}]");
        assertThat(without.attributes()).doesNotContainKey(TestSchemas.ENTERPRISE);
    }

    @Test
    void who_loses_the_manager_has_none_and_is_another_version() {
        ScimResource ilse = user(scim, "Ilse");
        ScimResource report = report(ilse);
        ScimResource other = report(report);

        scim.delete(ilse);

        ScimResource after = scim.read(report);
        assertThat(after.attributes()).doesNotContainKey(TestSchemas.ENTERPRISE);
        assertThat(after.meta().version()).isNotEqualTo(report.meta().version());
        assertThat(scim.read(other)).isEqualTo(other);
    }

    @Test
    void nobody_of_another_tenant_is_a_manager() {
        ScimResource stranger = user(new Scim(product.store(USERS, Mappings.groups()), "other"), "Eve");

        assertThatThrownBy(() -> report(stranger))
                .isInstanceOfSatisfying(
                        ScimException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("there is nothing called");
    }
}
