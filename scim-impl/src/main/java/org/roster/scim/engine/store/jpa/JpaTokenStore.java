package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.AccessToken;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.TokenStore;

/** Keeps tokens in {@code scim_token} and {@code scim_token_secret}. */
@ApplicationScoped
public class JpaTokenStore implements TokenStore {

    private static final String TOKEN =
            "select t.id, t.tenant, t.name, t.roles, t.resource_types, t.networks, t.created, "
                    + "t.created_by, t.expires, t.revoked, t.last_used from scim_token t ";

    private final Retries retries;

    /** For the CDI proxy. */
    protected JpaTokenStore() {
        this(new NoTransactions());
    }

    /**
     * Makes the store.
     *
     * @param transactions runs the work
     */
    @Inject
    public JpaTokenStore(Transactions transactions) {
        this.retries = new Retries(transactions);
    }

    @Override
    public Optional<AccessToken> withSecret(String hash) {
        return retries.read(em -> tokens(
                        em,
                        TOKEN + "where t.id = (select s.token_id from scim_token_secret s where s.hash_hex = ?1)",
                        Parameters.of(hash),
                        1)
                .stream()
                .findFirst());
    }

    @Override
    public Optional<AccessToken> withId(String id) {
        return retries.read(em -> find(em, id));
    }

    private static Optional<AccessToken> find(EntityManager em, String id) {
        return tokens(em, TOKEN + "where t.id = ?1", Parameters.of(id), 1).stream()
                .findFirst();
    }

    @Override
    public List<AccessToken> list(Optional<String> tenant, String after, int most) {
        return retries.read(em -> tenant.isPresent()
                ? tokens(
                        em,
                        TOKEN + "where t.tenant = ?1 and t.id > ?2 order by t.id",
                        Parameters.of(tenant.get(), after),
                        most)
                : tokens(em, TOKEN + "where t.id > ?1 order by t.id", Parameters.of(after), most));
    }

    @Override
    public boolean add(AccessToken token, Attempt act) {
        return retries.call(em -> {
            if (nameIsTaken(em, token.name())) {
                return false;
            }
            AccessToken.Grant grant = token.grant();
            NativeQueries.execute(
                    em,
                    "insert into scim_token (id, tenant, name, live_name, roles, resource_types, networks, created, "
                            + "created_by, expires, revoked, last_used) "
                            + "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, 0)",
                    Parameters.of(
                            token.id(),
                            grant.tenant().orElse(""),
                            token.name(),
                            token.name(),
                            joined(new TreeSet<>(grant.roles())),
                            joined(new TreeSet<>(grant.resourceTypes())),
                            joined(grant.networks()),
                            token.created().at().toEpochMilli(),
                            token.created().by(),
                            millis(token.expires())));
            token.secrets().forEach(s -> insert(em, token.id(), s));
            AuditTable.insert(em, act);
            return true;
        });
    }

    /** Of two that add the same name at once one is refused by the unique key, tries again, and finds the other's. */
    private static boolean nameIsTaken(EntityManager em, String name) {
        return !NativeQueries.list(em, "select t.id from scim_token t where t.live_name = ?1", Parameters.of(name))
                .isEmpty();
    }

    @Override
    public boolean replaceSecrets(AccessToken before, List<AccessToken.Secret> secrets, Attempt act) {
        return retries.call(em -> {
            lock(em, before.id());
            Optional<AccessToken> now = find(em, before.id());
            if (now.isEmpty()
                    || now.get().revoked().isPresent()
                    || !now.get().secrets().equals(before.secrets())) {
                return false;
            }
            deleteSecrets(em, before.id());
            secrets.forEach(s -> insert(em, before.id(), s));
            AuditTable.insert(em, act);
            return true;
        });
    }

    @Override
    public void revoke(String id, Instant at, Attempt act) {
        retries.call(em -> {
            lock(em, id);
            deleteSecrets(em, id);
            AuditTable.insert(em, act);
            return NativeQueries.execute(
                    em,
                    "update scim_token set revoked = ?1, live_name = null where id = ?2 and revoked = 0",
                    Parameters.of(at.toEpochMilli(), id));
        });
    }

    @Override
    public void used(String id, Instant at) {
        retries.call(em -> NativeQueries.execute(
                em,
                "update scim_token set last_used = ?1 where id = ?2 and last_used < ?3",
                Parameters.of(at.toEpochMilli(), id, at.toEpochMilli())));
    }

    private static void lock(EntityManager em, String id) {
        NativeQueries.list(em, "select t.id from scim_token t where t.id = ?1 for update", Parameters.of(id));
    }

    private static void deleteSecrets(EntityManager em, String id) {
        NativeQueries.execute(em, "delete from scim_token_secret where token_id = ?1", Parameters.of(id));
    }

    private static void insert(EntityManager em, String id, AccessToken.Secret secret) {
        NativeQueries.execute(
                em,
                "insert into scim_token_secret (hash_hex, token_id, created, expires) values (?1, ?2, ?3, ?4)",
                Parameters.of(secret.hash(), id, secret.created().toEpochMilli(), millis(secret.expires())));
    }

    private static List<AccessToken> tokens(EntityManager em, String statement, Parameters parameters, int most) {
        List<?> rows = parameters
                .bind(em.createNativeQuery(statement))
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(row -> token(em, (Object[]) row)).toList();
    }

    private static AccessToken token(EntityManager em, Object[] row) {
        String id = (String) row[0];
        return new AccessToken(
                id,
                (String) row[2],
                new AccessToken.Grant(
                        Optional.of((String) row[1]).filter(t -> !t.isEmpty()),
                        Set.copyOf(parts(row[3])),
                        Set.copyOf(parts(row[4])),
                        parts(row[5])),
                new AccessToken.Origin(instant(row[6]).orElse(Instant.EPOCH), (String) row[7]),
                instant(row[8]),
                instant(row[9]),
                instant(row[10]),
                secrets(em, id));
    }

    private static List<AccessToken.Secret> secrets(EntityManager em, String id) {
        return NativeQueries.list(
                        em,
                        "select s.hash_hex, s.created, s.expires from scim_token_secret s where s.token_id = ?1 "
                                + "order by s.created desc, s.hash_hex",
                        Parameters.of(id))
                .stream()
                .map(row -> (Object[]) row)
                .map(row ->
                        new AccessToken.Secret((String) row[0], instant(row[1]).orElse(Instant.EPOCH), instant(row[2])))
                .toList();
    }

    private static String joined(Collection<String> parts) {
        return parts.stream().collect(Collectors.joining(" "));
    }

    private static List<String> parts(Object column) {
        return Arrays.stream(((String) column).split(" ", -1))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(0L);
    }

    private static Optional<Instant> instant(Object column) {
        long millis = ((Number) column).longValue();
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
