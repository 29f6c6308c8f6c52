package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Tenant;
import org.roster.scim.spi.TenantStore;

/** Keeps tenants in {@code scim_tenant}, and knows which tables have what is theirs. */
@ApplicationScoped
public class JpaTenantStore implements TenantStore {

    private static final String TENANT = "select t.name, t.state, t.created, t.created_by from scim_tenant t ";

    /** So many at once, that no transaction is long. */
    private static final int AT_ONCE = 1_000;

    /** What goes with a row of another table is counted, and deleted by the database. */
    private static final Map<String, String> ROWS = rows();

    private final Retries retries;

    /** For the CDI proxy. */
    protected JpaTenantStore() {
        this(new NoTransactions());
    }

    /**
     * Makes the store.
     *
     * @param transactions runs the work
     */
    @Inject
    public JpaTenantStore(Transactions transactions) {
        this.retries = new Retries(transactions);
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("scim_resource", "scim_resource x where x.tenant = ?1");
        rows.put("scim_value", "scim_value x where x.tenant = ?1");
        rows.put("scim_unique", "scim_unique x where x.tenant = ?1");
        rows.put(
                "scim_member",
                "scim_member x where x.group_id in (select r.id from scim_resource r where r.tenant = ?1)");
        rows.put("scim_password", "scim_password x where x.tenant = ?1");
        rows.put("scim_total", "scim_total x where x.tenant = ?1");
        rows.put("scim_brake", "scim_brake x where x.tenant = ?1");
        rows.put("scim_change", "scim_change x where x.tenant = ?1");
        rows.put(
                "scim_token_secret",
                "scim_token_secret x where x.token_id in (select t.id from scim_token t where t.tenant = ?1)");
        rows.put("scim_token", "scim_token x where x.tenant = ?1");
        return rows;
    }

    @Override
    public Optional<Tenant> find(String name) {
        return retries.read(em -> tenants(em, TENANT + "where t.name = ?1", Parameters.of(name), 1).stream()
                .findFirst());
    }

    @Override
    public List<Tenant> list(String after, int most) {
        return retries.read(
                em -> tenants(em, TENANT + "where t.name > ?1 order by t.name", Parameters.of(after), most));
    }

    @Override
    public boolean add(Tenant tenant, Attempt act) {
        return retries.call(em -> {
            boolean taken = !tenants(em, TENANT + "where t.name = ?1", Parameters.of(tenant.name()), 1)
                    .isEmpty();
            if (!taken) {
                NativeQueries.execute(
                        em,
                        "insert into scim_tenant (name, state, created, created_by) values (?1, ?2, ?3, ?4)",
                        Parameters.of(
                                tenant.name(),
                                state(tenant.state()),
                                tenant.created().toEpochMilli(),
                                tenant.createdBy()));
                AuditTable.insert(em, act);
            }
            return !taken;
        });
    }

    @Override
    public boolean change(String name, Tenant.State state, Attempt act) {
        return retries.call(em -> {
            boolean changed = NativeQueries.execute(
                            em,
                            "update scim_tenant set state = ?1 where name = ?2 and state <> 'deleted'",
                            Parameters.of(state(state), name))
                    > 0;
            if (changed) {
                AuditTable.insert(em, act);
            }
            return changed;
        });
    }

    @Override
    public Map<String, Long> rows(String name) {
        Map<String, Long> rows = new LinkedHashMap<>();
        ROWS.forEach((table, which) -> rows.put(table, retries.read(em -> count(em, which, name))));
        return rows;
    }

    private static long count(EntityManager em, String which, String name) {
        Object count = NativeQueries.list(em, "select count(*) from " + which, Parameters.of(name))
                .get(0);
        return ((Number) count).longValue();
    }

    @Override
    public Map<String, Long> delete(String name, Attempt act) {
        Map<String, Long> before = rows(name);
        inSteps(em -> resources(em, name));
        inSteps(em -> changes(em, name));
        retries.call(em -> {
            for (String table : List.of("scim_value", "scim_total", "scim_brake")) {
                NativeQueries.execute(em, "delete from " + table + " where tenant = ?1", Parameters.of(name));
            }
            NativeQueries.execute(
                    em,
                    "delete from scim_token_secret where token_id in (select t.id from scim_token t where t.tenant = ?1)",
                    Parameters.of(name));
            NativeQueries.execute(em, "delete from scim_token where tenant = ?1", Parameters.of(name));
            AuditTable.insert(em, act);
            return NativeQueries.execute(
                    em, "update scim_tenant set state = 'deleted' where name = ?1", Parameters.of(name));
        });
        return before;
    }

    private void inSteps(Function<EntityManager, Integer> step) {
        int done = AT_ONCE;
        while (done == AT_ONCE) {
            done = retries.call(step);
        }
    }

    private static int resources(EntityManager em, String name) {
        List<?> ids = Parameters.of(name)
                .bind(em.createNativeQuery("select r.id from scim_resource r where r.tenant = ?1 order by r.id"))
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (Object id : ids) {
            NativeQueries.execute(em, "delete from scim_value where resource_id = ?1", Parameters.of(id));
            NativeQueries.execute(em, "delete from scim_resource where id = ?1", Parameters.of(id));
        }
        return ids.size();
    }

    /** The lists of members have no tenant; each is named by its change. */
    private static int changes(EntityManager em, String name) {
        List<?> rows = Parameters.of(name)
                .bind(em.createNativeQuery("select c.id, c.resource_id, c.change_json from scim_change c "
                        + "where c.tenant = ?1 order by c.id, c.resource_id"))
                .setMaxResults(AT_ONCE)
                .getResultList();
        for (Object row : rows) {
            Object[] change = (Object[]) row;
            String list = DocumentText.read(DocumentText.of(change[2])).getString("list", "");
            if (!list.isEmpty()) {
                NativeQueries.execute(em, "delete from scim_change_member where list_id = ?1", Parameters.of(list));
            }
            NativeQueries.execute(
                    em,
                    "delete from scim_change where id = ?1 and resource_id = ?2",
                    Parameters.of(change[0], change[1]));
        }
        return rows.size();
    }

    private static List<Tenant> tenants(EntityManager em, String statement, Parameters parameters, int most) {
        List<?> rows = parameters
                .bind(em.createNativeQuery(statement))
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Tenant(
                        (String) row[0],
                        Tenant.State.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
                        Instant.ofEpochMilli(((Number) row[2]).longValue()),
                        (String) row[3]))
                .toList();
    }

    private static String state(Tenant.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
