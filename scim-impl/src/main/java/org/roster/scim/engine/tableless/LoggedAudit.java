package org.roster.scim.engine.tableless;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditEntry;
import org.roster.scim.spi.AuditQuery;
import org.roster.scim.spi.AuditStore;

/** Writes the audit into the log, a line for each attempt, where nobody can ask for it. */
@ApplicationScoped
public class LoggedAudit implements AuditStore {

    private static final System.Logger LOG = System.getLogger(LoggedAudit.class.getName());

    @Override
    public void add(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "SCIM11801 {0}: {1} of {2} {3} by {4} from {5}, tenant {6}, request {7}; {8}",
                    attempt.permitted() ? "Permitted" : "Refused",
                    line(attempt.operation()),
                    line(attempt.resourceType()),
                    line(attempt.resource()),
                    line(attempt.actor()),
                    line(attempt.address()),
                    line(attempt.tenant()),
                    line(attempt.request()),
                    line(attempt.rule()));
        }
    }

    /** On one line, whatever a client has put into it. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]", "?");
    }

    @Override
    public List<AuditEntry> find(AuditQuery query, String before, int most) {
        throw WithoutTables.refusal("questions to the audit");
    }
}
