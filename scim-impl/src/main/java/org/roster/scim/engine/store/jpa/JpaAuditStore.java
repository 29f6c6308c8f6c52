package org.roster.scim.engine.store.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.roster.scim.engine.database.NoTransactions;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.database.Transactions;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditEntry;
import org.roster.scim.spi.AuditQuery;
import org.roster.scim.spi.AuditStore;

/** The audit: {@code scim_audit}, and {@code scim_change} for what changed a resource. */
@ApplicationScoped
public class JpaAuditStore implements AuditStore {

    private final Retries retries;

    /** For the CDI proxy. */
    protected JpaAuditStore() {
        this(new NoTransactions());
    }

    /**
     * Makes the store.
     *
     * @param transactions runs the work
     */
    @Inject
    public JpaAuditStore(Transactions transactions) {
        this.retries = new Retries(transactions);
    }

    @Override
    public void add(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        retries.call(em -> {
            attempts.forEach(attempt -> AuditTable.insert(em, attempt));
            return attempts.size();
        });
    }

    @Override
    public List<AuditEntry> find(AuditQuery query, String before, int most) {
        Stream<AuditEntry> others = query.member().isPresent() ? Stream.empty() : others(query, before, most);
        Stream<AuditEntry> changes = query.permitted().orElse(true) ? changes(query, before, most) : Stream.empty();
        return Stream.concat(others, changes)
                .sorted(Comparator.comparing(AuditEntry::place).reversed())
                .limit(most)
                .toList();
    }

    private Stream<AuditEntry> others(AuditQuery query, String before, int most) {
        Parameters parameters = new Parameters();
        List<String> conditions = common(query, "a", "at", parameters);
        query.permitted().ifPresent(p -> conditions.add("a.decision = " + parameters.add(AuditTable.decision(p))));
        if (!before.isEmpty()) {
            conditions.add("a.id < " + parameters.add(id(before)));
        }
        String statement =
                "select a.id, a.tenant, a.at, a.actor, a.address, a.request_id, a.operation, a.resource_type, "
                        + "a.resource_id, a.decision, a.rule from scim_audit a where "
                        + String.join(" and ", conditions)
                        + " order by a.id desc";
        return rows(statement, parameters, most).map(JpaAuditStore::other);
    }

    private Stream<AuditEntry> changes(AuditQuery query, String before, int most) {
        Parameters parameters = new Parameters();
        List<String> conditions = common(query, "c", "changed_at", parameters);
        query.member()
                .ifPresent(member -> conditions.add("(c.change_json like "
                        + parameters.add("%\"" + member.replaceAll("[!%_]", "!$0") + "\"%")
                        + " escape '!' or exists (select 1 from scim_change_member m where m.member_id = "
                        + parameters.add(member) + " and c.change_json like concat('%\"', m.list_id, '\"%')))"));
        if (!before.isEmpty()) {
            String id = parameters.add(id(before));
            conditions.add("(c.id < " + id + " or (c.id = " + parameters.add(id(before)) + " and c.resource_id < "
                    + parameters.add(before.substring(before.indexOf(' ') + 1)) + "))");
        }
        String statement = "select c.id, c.tenant, c.changed_at, c.actor, c.request_id, c.operation, c.resource_type, "
                + "c.resource_id, c.rule, c.version, c.change_json, c.address from scim_change c where "
                + String.join(" and ", conditions) + " order by c.id desc, c.resource_id desc";
        return rows(statement, parameters, most).map(JpaAuditStore::change);
    }

    private static List<String> common(AuditQuery query, String table, String time, Parameters parameters) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        query.tenant().ifPresent(v -> conditions.add(table + ".tenant = " + parameters.add(v)));
        query.actor().ifPresent(v -> conditions.add(table + ".actor = " + parameters.add(v)));
        query.request().ifPresent(v -> conditions.add(table + ".request_id = " + parameters.add(v)));
        query.resource().ifPresent(v -> conditions.add(table + ".resource_id = " + parameters.add(v)));
        query.from().ifPresent(v -> {
            // Ids begin with their time, so the primary key finds the place.
            conditions.add(table + ".id >= " + parameters.add(TimeOrderedId.first(v.toEpochMilli())));
            conditions.add(table + "." + time + " >= " + parameters.add(v.toEpochMilli()));
        });
        query.until().ifPresent(v -> conditions.add(table + "." + time + " < " + parameters.add(v.toEpochMilli())));
        return conditions;
    }

    private Stream<?> rows(String statement, Parameters parameters, int most) {
        List<?> rows = retries.read(em -> parameters
                .bind(em.createNativeQuery(statement))
                .setMaxResults(most)
                .getResultList());
        return rows.stream();
    }

    private static AuditEntry other(Object row) {
        Object[] columns = (Object[]) row;
        Attempt attempt = new Attempt(
                (String) columns[1],
                instant(columns[2]),
                (String) columns[3],
                (String) columns[4],
                (String) columns[5],
                (String) columns[6],
                (String) columns[7],
                (String) columns[8],
                columns[9].equals("permitted"),
                (String) columns[10]);
        return new AuditEntry(columns[0] + " ", attempt, OptionalLong.empty(), Optional.empty());
    }

    private static AuditEntry change(Object row) {
        Object[] columns = (Object[]) row;
        Attempt attempt = new Attempt(
                (String) columns[1],
                instant(columns[2]),
                (String) columns[3],
                (String) columns[11],
                (String) columns[4],
                (String) columns[5],
                (String) columns[6],
                (String) columns[7],
                true,
                (String) columns[8]);
        return new AuditEntry(
                columns[0] + " " + columns[7],
                attempt,
                OptionalLong.of(((Number) columns[9]).longValue()),
                Optional.of(DocumentText.of(columns[10])));
    }

    private static String id(String place) {
        return place.substring(0, Math.max(0, place.indexOf(' ')));
    }

    private static Instant instant(Object column) {
        return Instant.ofEpochMilli(((Number) column).longValue());
    }
}
