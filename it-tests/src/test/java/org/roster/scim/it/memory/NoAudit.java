package org.roster.scim.it.memory;

import java.util.List;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditEntry;
import org.roster.scim.spi.AuditQuery;
import org.roster.scim.spi.AuditStore;

/** The engine in memory keeps no audit. */
final class NoAudit implements AuditStore {
    @Override
    public void add(List<Attempt> attempts) {
        // Nobody reads it.
    }

    @Override
    public List<AuditEntry> find(AuditQuery query, String before, int most) {
        return List.of();
    }
}
