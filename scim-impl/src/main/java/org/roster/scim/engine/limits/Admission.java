package org.roster.scim.engine.limits;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.roster.scim.engine.limits.Usage.Verdict;

/**
 * Lets requests in, or does not. What a request counts for is a list; the first limit that refuses it ends it, and those
 * before get back what they gave: a credential that asks for too much takes nothing from its tenant.
 */
final class Admission {

    private final Limits limits;
    private final LongSupplier nanoseconds;
    private final Map<Limited, Usages> usages = new EnumMap<>(Limited.class);

    Admission(Limits limits, LongSupplier nanoseconds) {
        this.limits = limits;
        this.nanoseconds = nanoseconds;
        long now = nanoseconds.getAsLong();
        for (Limited limited : Limited.values()) {
            usages.put(limited, new Usages(name -> limits.of(limited, name), now));
        }
    }

    /** Whether anything is to be counted for these. */
    boolean counts(Limited limited) {
        return limits.any(limited);
    }

    /** Asks for a place for a request, in the order of the list. */
    Entry enter(List<Counted> all) {
        long now = nanoseconds.getAsLong();
        List<Usage> places = new ArrayList<>(all.size());
        for (Counted counted : all) {
            Usage usage = usage(counted, now);
            Verdict verdict = usage.enter(now);
            while (verdict.kind() == Verdict.Kind.FORGOTTEN) {
                Thread.onSpinWait();
                usage = usage(counted, now);
                verdict = usage.enter(now);
            }
            if (verdict.kind() != Verdict.Kind.ADMITTED) {
                places.forEach(Usage::undo);
                return Entry.refused(new Refusal(counted.limited(), usage.limit(), verdict), usage.tell(now));
            }
            places.add(usage);
        }
        return Entry.admitted(new Ticket(places));
    }

    int remembered(Limited limited) {
        return usagesOf(limited).remembered();
    }

    private Usage usage(Counted counted, long now) {
        return usagesOf(counted.limited()).of(counted.key(), counted.name(), now);
    }

    private Usages usagesOf(Limited limited) {
        return Objects.requireNonNull(usages.get(limited));
    }

    /**
     * For whom a request counts.
     *
     * @param limited credential, tenant or address
     * @param key what is counted together
     * @param name by which the settings know it
     */
    record Counted(Limited limited, String key, String name) {}

    /**
     * What becomes of a request.
     *
     * @param ticket to be closed when it is answered
     * @param refusal why it is refused; one of the two is there
     * @param tell whether the operator should know
     */
    record Entry(Ticket ticket, Optional<Refusal> refusal, boolean tell) {
        static Entry admitted(Ticket ticket) {
            return new Entry(ticket, Optional.empty(), false);
        }

        static Entry refused(Refusal refusal, boolean tell) {
            return new Entry(new Ticket(List.of()), Optional.of(refusal), tell);
        }
    }
}
