package org.roster.scim.it.product.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import org.roster.scim.it.product.Account;
import org.roster.scim.it.product.AccountStatus;
import org.roster.scim.it.product.Department;
import org.roster.scim.it.product.Team;
import org.roster.scim.it.product.TeamRole;
import org.roster.scim.mapping.Converter;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.mapping.KeyedMapping;

/** How people and groups lie on accounts and teams. */
@ApplicationScoped
public class StaffMapping {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:";
    private static final KeyedMapping.Table OWN_FIELDS = new KeyedMapping.Table("properties", "name", "content");

    @PersistenceContext(unitName = "staff")
    private EntityManager entities;

    /** By a method: CDI lets no field have a name that is a resource. */
    @Produces
    @Named("scim")
    EntityManager entities() {
        return entities;
    }

    @Produces
    EntityMapping<Account> users() {
        return EntityMapping.of("User", Account.class)
                .tenant("company")
                .softDelete("removed", true)
                .deletedBy(Account::remove)
                .created("createdAt")
                .lastModified("changedAt")
                .attribute("userName", "login", login -> login.folded("loginFolded"))
                .attribute("externalId", "number")
                .attribute("name.givenName", "firstName")
                .attribute("name.familyName", "lastName")
                .attribute("displayName", "shownAs")
                .attribute("title", "jobTitle")
                .attribute("active", "status", Converter.flag(AccountStatus.ACTIVE, AccountStatus.LOCKED))
                .columns("emails", mails -> mails.column("work", "workMail").column("home", "privateMail"))
                .keyed("nickName", OWN_FIELDS, "nick_name")
                .keyed("userType", OWN_FIELDS, "kind")
                .keyed("preferredLanguage", OWN_FIELDS, "language")
                .keyed(ENTERPRISE + "division", OWN_FIELDS, "division")
                .keyed(ENTERPRISE + "employeeNumber", OWN_FIELDS, "employee_number")
                .attribute(ENTERPRISE + "department", "department.title", d -> d.madeBy(StaffMapping::department))
                .attribute(ENTERPRISE + "manager.value", "manager.id")
                .keyed(ENTERPRISE + "costCenter", OWN_FIELDS, "cost_center")
                .build();
    }

    /** A department that only the directory knows so far. */
    private static Department department(String title) {
        return new Department(UUID.randomUUID().toString().substring(0, 18), title);
    }

    @Produces
    EntityMapping<Team> groups() {
        return EntityMapping.of("Group", Team.class)
                .tenant("company")
                .attribute("displayName", "name")
                .attribute("externalId", "directoryKey")
                .members("memberships", rows -> rows.via("account").with("role", TeamRole.MEMBER))
                .build();
    }
}
