package org.roster.scim.engine.store.mapped;

import java.util.List;
import java.util.Map;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.schema.SchemaSources;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Kind;
import org.roster.scim.engine.store.mapped.product.Status;
import org.roster.scim.engine.store.mapped.product.Team;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.mapping.Converter;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.mapping.KeyedMapping;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.SchemaProvider;

/** How SCIM lies on the small product. */
final class Mappings {

    static final String GAME = "urn:example:params:scim:schemas:extension:game:2.0:User";

    private static final KeyedMapping.Table PROPERTIES = new KeyedMapping.Table("properties", "name", "value");

    private Mappings() {}

    static EntityMapping.Builder<Account> account() {
        return EntityMapping.of("User", Account.class)
                .id("uuid")
                .created("createdAt")
                .lastModified("changedAt")
                .tenant("company.code")
                .softDelete("deleted", true)
                .restrict("kind", Kind.HUMAN)
                .owned("source", "SCIM");
    }

    static EntityMapping<Account> users() {
        return account()
                .attribute("userName", "login", a -> a.folded("loginFolded"))
                .attribute("active", "status", Converter.flag(Status.ACTIVE, Status.LOCKED))
                .attribute("password", "secret", a -> a.writtenBy(Account::changeSecret))
                .attribute("name.givenName", "person.firstName")
                .attribute("name.familyName", "person.lastName")
                .attribute("nickName", "nick")
                .computed(
                        "displayName",
                        row -> (row.text("person.firstName") + " " + row.text("person.lastName")).strip(),
                        "person.firstName",
                        "person.lastName")
                .constant("userType", "Employee")
                .columns("emails", c -> c.column("work", "workEmail").column("home", "homeEmail"))
                .elements(
                        "phoneNumbers",
                        "phones",
                        e -> e.attribute("value", "number").attribute("type", "kind"))
                .elements("ims", "handles", e -> e)
                .attribute(TestSchemas.ENTERPRISE + ":department", "department.name")
                .keyed(TestSchemas.ENTERPRISE + ":costCenter", PROPERTIES, "cost_center")
                .attribute(GAME + ":points", "points")
                .attribute(GAME + ":rating", "rating")
                .attribute(GAME + ":hiredAt", "hiredAt")
                .build();
    }

    static EntityMapping<Team> groups() {
        return EntityMapping.of("Group", Team.class)
                .tenant("company.code")
                .attribute("displayName", "title")
                .members("memberships", m -> m.via("account").with("role", "MEMBER"))
                .build();
    }

    static SchemaSources sources() {
        return SchemaSources.of(new Configuration(name -> null, Map.of()), List.of(game()));
    }

    static SchemaRegistry registry(List<? extends EntityMapping<?>> mappings) {
        return sources().with(mappings).registry();
    }

    private static SchemaProvider game() {
        Schema schema = new Schema(
                GAME,
                "Game",
                "",
                List.of(
                        Attribute.named("points").type(AttributeType.INTEGER).build(),
                        Attribute.named("rating").type(AttributeType.DECIMAL).build(),
                        Attribute.named("hiredAt").type(AttributeType.DATE_TIME).build()));
        return new SchemaProvider() {
            @Override
            public Map<String, List<SchemaExtension>> extensions() {
                return Map.of("User", List.of(new SchemaExtension(schema, false)));
            }
        };
    }
}
