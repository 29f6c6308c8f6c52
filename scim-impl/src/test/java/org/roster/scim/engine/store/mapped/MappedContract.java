package org.roster.scim.engine.store.mapped;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.roster.scim.engine.store.mapped.product.Account;
import org.roster.scim.engine.store.mapped.product.Company;
import org.roster.scim.engine.store.mapped.product.Department;
import org.roster.scim.engine.store.mapped.product.Status;
import org.roster.scim.engine.store.mapped.product.Team;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.kit.store.ResourceStoreContract;
import org.roster.scim.mapping.Converter;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.mapping.KeyedMapping;
import org.roster.scim.schema.SchemaRegistry;

/** The contract of every store, on the tables of the small product: as much of a user as its tables have place for. */
abstract class MappedContract extends ResourceStoreContract {

    private static final List<EntityMapping<?>> MAPPINGS = List.of(users(), groups());
    private static final SchemaRegistry REGISTRY = Mappings.registry(MAPPINGS);

    MappedContract(Product.On on) {
        this(Product.strict(on, "contract"));
    }

    private MappedContract(Product product) {
        super(MappedResourceStore.of(product, REGISTRY, MAPPINGS), REGISTRY);
        product.call(em -> {
            found(em, directory().tenant());
            found(em, elsewhere().tenant());
            return em;
        });
    }

    /** Tenants are companies of the product, and departments are rows of theirs. */
    private static void found(EntityManager em, String tenant) {
        Company company = new Company(Product.NEXT.incrementAndGet(), tenant);
        em.persist(company);
        em.persist(new Department(company.getId(), company, "Tours"));
    }

    private static EntityMapping<Account> users() {
        return EntityMapping.of("User", Account.class)
                .id("uuid")
                .created("createdAt")
                .lastModified("changedAt")
                .tenant("company.code")
                .attribute("userName", "login", a -> a.folded("loginFolded"))
                .attribute("externalId", "reference")
                .attribute("active", "status", Converter.flag(Status.ACTIVE, Status.LOCKED))
                .attribute("password", "secret", a -> a.writtenBy(Account::changeSecret))
                .attribute("name.givenName", "person.firstName")
                .attribute("name.familyName", "person.lastName")
                .attribute("displayName", "shownName")
                .attribute("nickName", "nick")
                .attribute("title", "jobTitle")
                .elements(
                        "emails",
                        "mailboxes",
                        e -> e.attribute("value", "address")
                                .attribute("display", "label")
                                .attribute("type", "kind")
                                .attribute("primary", "preferred"))
                .elements(
                        "phoneNumbers",
                        "phones",
                        e -> e.attribute("value", "number").attribute("type", "kind"))
                .elements("ims", "handles", e -> e)
                .attribute(TestSchemas.ENTERPRISE + ":department", "department.name")
                .keyed(
                        TestSchemas.ENTERPRISE + ":costCenter",
                        new KeyedMapping.Table("properties", "name", "value"),
                        "cost_center")
                .build();
    }

    private static EntityMapping<Team> groups() {
        return EntityMapping.of("Group", Team.class)
                .constructor(Team::keyed)
                .id("code")
                .created("foundedAt")
                .lastModified("changedAt")
                .tenant("company.code")
                .attribute("displayName", "title")
                .attribute("externalId", "reference")
                .members("memberships", m -> m.via("account").with("role", "MEMBER"))
                .members("parts", m -> m.via("part"))
                .build();
    }

    /** The columns are as wide as this. */
    @Override
    public int longestText() {
        return 400;
    }

    /** The database compares what is folded to lower case; it knows nothing of Unicode's NFKC. */
    @Override
    public boolean comparesLooks() {
        return false;
    }

    /** Elements lie in rows of their own, and JPQL orders by columns. */
    @Override
    public boolean sortsByMultiValued() {
        return false;
    }
}
