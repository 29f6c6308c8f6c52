package org.roster.scim.engine.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Limit;

/**
 * The usages of all credentials, of all tenants or of all addresses. Remembers a limited number: forgotten are those that
 * use nothing, which makes no difference to them. Where all are in use, what comes new shares one, so that nobody pushes
 * another one out by coming under many names.
 */
final class Usages {

    static final int REMEMBERED = 20_000;

    private static final long SECOND = 1_000_000_000L;

    private final Function<String, Limit> limits;
    private final ConcurrentHashMap<String, Usage> known = new ConcurrentHashMap<>();
    private final Usage rest;
    private final AtomicLong swept;

    /** Makes it with the limit of each name; that of the empty name is the limit of those who share. */
    Usages(Function<String, Limit> limits, long now) {
        this.limits = limits;
        this.rest = new Usage(limits.apply(""), now);
        this.swept = new AtomicLong(now - SECOND);
    }

    /** The usage of a name, for somebody who may have several keys: the limit goes by the name. */
    Usage of(String key, String name, long now) {
        @Nullable Usage usage = known.get(key);
        if (usage != null) {
            return usage;
        }
        if (known.mappingCount() >= REMEMBERED && !swept(now)) {
            return rest;
        }
        return known.computeIfAbsent(key, k -> new Usage(limits.apply(name), now));
    }

    int remembered() {
        return known.size();
    }

    /** Makes room, once a second at most, because it looks at all of them. */
    private boolean swept(long now) {
        long last = swept.get();
        if (now - last >= SECOND && swept.compareAndSet(last, now)) {
            for (Map.Entry<String, Usage> entry : known.entrySet()) {
                if (entry.getValue().forget(now)) {
                    known.remove(entry.getKey(), entry.getValue());
                }
            }
        }
        return known.mappingCount() < REMEMBERED;
    }
}
