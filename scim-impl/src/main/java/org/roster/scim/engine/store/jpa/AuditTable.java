package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.spi.Attempt;

/** Writes rows of {@code scim_audit}, in whatever transaction there is. */
final class AuditTable {

    private static final int LONGEST_ACTOR = 1000;
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_RESOURCE = 200;
    private static final int LONGEST_RULE = 500;

    private AuditTable() {}

    static void insert(EntityManager em, Attempt attempt) {
        long at = attempt.time().toEpochMilli();
        NativeQueries.execute(
                em,
                "insert into scim_audit (id, tenant, at, actor, address, request_id, operation, resource_type, "
                        + "resource_id, decision, rule) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                Parameters.of(
                        TimeOrderedId.next(at),
                        attempt.tenant(),
                        at,
                        storable(attempt.actor(), LONGEST_ACTOR),
                        storable(attempt.address(), LONGEST_ADDRESS),
                        attempt.request(),
                        attempt.operation(),
                        attempt.resourceType(),
                        storable(attempt.resource(), LONGEST_RESOURCE),
                        decision(attempt.permitted()),
                        storable(attempt.rule(), LONGEST_RULE)));
    }

    /** An id that was asked for can be anything, even what PostgreSQL does not take. */
    private static String storable(String text, int longest) {
        return JournalWriter.shortened(text.replace('\0', '\uFFFD'), longest);
    }

    static String decision(boolean permitted) {
        return permitted ? "permitted" : "refused";
    }
}
