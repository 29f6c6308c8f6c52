package org.roster.scim.it.product;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Does what the desk does with accounts and teams, of one company here. */
@ApplicationScoped
@Transactional
public class StaffDesk {

    /** The company whose desk this is. */
    public static final String COMPANY = "default";

    @PersistenceContext(unitName = "staff")
    private EntityManager em;

    public Optional<AccountCard> card(String login) {
        return find(login).map(AccountCard::of);
    }

    public AccountCard hire(String login, String first, String last) {
        Account account = new Account(COMPANY, login);
        account.callThem(first, last);
        em.persist(account);
        return AccountCard.of(account);
    }

    public void lock(String login) {
        find(login).ifPresent(Account::lock);
    }

    public List<String> team(String name) {
        return em.createQuery(
                        "select m from TeamMembership m where m.team.name = :name and m.team.company = :company"
                                + " order by m.account.login",
                        TeamMembership.class)
                .setParameter("name", name)
                .setParameter("company", COMPANY)
                .getResultStream()
                .map(m -> m.account().login() + " as " + m.role())
                .toList();
    }

    public void found(String name, String lead) {
        Team team = new Team(COMPANY, name);
        find(lead).ifPresent(account -> team.take(account, TeamRole.LEAD));
        em.persist(team);
    }

    private Optional<Account> find(String login) {
        return em.createQuery(
                        "select a from Account a where a.company = :company and a.loginFolded = :login and a.removed = false",
                        Account.class)
                .setParameter("company", COMPANY)
                .setParameter("login", login.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }
}
