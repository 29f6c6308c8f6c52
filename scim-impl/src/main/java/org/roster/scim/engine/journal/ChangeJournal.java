package org.roster.scim.engine.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Clob;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the journal from any place on, in an order that does not change, and skips nothing. */
@ApplicationScoped
public class ChangeJournal {

    private static final String COLUMNS =
            "select c.wave, c.id, c.resource_id, c.resource_type, c.operation, c.version, "
                    + "c.actor, c.changed_at, c.change_json from scim_change c ";

    private final JournalTransactions transactions;

    /** For the CDI proxy. */
    protected ChangeJournal() {
        this(new JournalTransactions());
    }

    /**
     * Makes the journal.
     *
     * @param transactions runs the work
     */
    @Inject
    public ChangeJournal(JournalTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The changes after a place.
     *
     * @param tenant whose changes
     * @param after the place of the last change that is known
     * @param most how many at most
     * @return in order; empty if there is none now
     */
    public List<Change> read(String tenant, Place after, int most) {
        // Two transactions: the second sees every wave that was there before the first one's, in any isolation.
        List<Change> known = transactions.call(em -> page(em, tenant, after, most));
        if (known.size() == most || !transactions.call(em -> new Waves(em, tenant).next())) {
            return known;
        }
        return transactions.call(em -> page(em, tenant, after, most));
    }

    private static List<Change> page(EntityManager em, String tenant, Place after, int most) {
        Stream<?> rows = em
                .createNativeQuery(COLUMNS + "where c.tenant = ?1 and c.wave >= ?2 and (c.wave > ?2 or c.id > ?3 "
                        + "or (c.id = ?3 and c.resource_id > ?4)) order by c.wave, c.id, c.resource_id")
                .setParameter(1, tenant)
                .setParameter(2, after.wave())
                .setParameter(3, after.change())
                .setParameter(4, after.resource())
                .setMaxResults(most)
                .getResultList()
                .stream();
        return rows.map(row -> change((Object[]) row)).toList();
    }

    /**
     * Who came and went in a change of several members.
     *
     * @param list {@link Differences#memberList}
     * @param after the id of the last member that is known; empty text to begin
     * @param most how many at most
     * @return ordered by id; empty at the end
     */
    public List<MemberMove> members(String list, String after, int most) {
        return transactions.call(em -> {
            Stream<?> rows = em
                    .createNativeQuery("select m.member_id, m.added from scim_change_member m "
                            + "where m.list_id = ?1 and m.member_id > ?2 order by m.member_id")
                    .setParameter(1, list)
                    .setParameter(2, after)
                    .setMaxResults(most)
                    .getResultList()
                    .stream();
            return rows.map(row -> (Object[]) row)
                    .map(row -> new MemberMove((String) row[0], number(row[1]) == 1))
                    .toList();
        });
    }

    private static Change change(Object[] row) {
        return new Change(
                new Place(number(row[0]), (String) row[1], (String) row[2]),
                (String) row[3],
                Change.Operation.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)),
                number(row[5]),
                (String) row[6],
                Instant.ofEpochMilli(number(row[7])),
                Differences.of(text(row[8])));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** What a long text is in a native query depends on database and provider. */
    private static String text(Object column) {
        if (!(column instanceof Clob clob)) {
            return (String) column;
        }
        try {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        } catch (SQLException e) {
            throw new IllegalStateException("a change cannot be read", e);
        }
    }
}
