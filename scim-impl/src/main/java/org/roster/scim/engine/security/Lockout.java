package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.roster.scim.engine.configuration.Configuration;

/**
 * Slows down whoever guesses secrets. After some wrong ones in a row the next must wait: one second, then two, then four,
 * up to a minute. From then on one is tried at a time, so that many at once gain nothing. A right one, or ten minutes
 * without a wrong one, and all is forgotten. What is counted together is one target: a user name, or an address.
 *
 * <p>Remembers a limited number of targets and forgets the one that was longest not aimed at: whoever wants to be forgotten
 * has to make {@value #REMEMBERED} wrong attempts at others for a few at this one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-7.7">RFC 7644 §7.7</a>
 */
@ApplicationScoped
public class Lockout {

    static final int REMEMBERED = 20_000;

    /** In characters; longer ones are counted with those that begin alike. */
    private static final int LONGEST_TARGET = 128;

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int LONGEST_WAIT_SECONDS = 60;

    private final int allowed;
    private final Clock clock;
    private final Map<String, Guesses> targets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** For the CDI proxy. */
    protected Lockout() {
        this(0, Clock.systemUTC());
    }

    /**
     * Takes what it needs.
     *
     * @param configuration says how many wrong attempts are free
     */
    @Inject
    public Lockout(Configuration configuration) {
        this(configuration.lockoutAttempts(), Clock.systemUTC());
    }

    Lockout(int allowed, Clock clock) {
        this.allowed = allowed;
        this.clock = clock;
    }

    /**
     * Asks for an attempt. {@link #wrong} or {@link #right} tells how it went.
     *
     * @param target at what
     * @return how many seconds to wait; 0 if it may be made now
     */
    public synchronized int secondsToWait(String target) {
        Instant now = clock.instant();
        Guesses guesses = targets.getOrDefault(key(target), Guesses.NONE);
        if (guesses.wrong() < allowed || allowed == 0 || guesses.forgotten(now)) {
            return 0;
        }
        if (now.isBefore(guesses.next())) {
            return (int) Math.ceil(Duration.between(now, guesses.next()).toMillis() / 1000.0);
        }
        targets.put(key(target), guesses.waiting(now, seconds(guesses.wrong())));
        return 0;
    }

    /**
     * Counts a wrong attempt.
     *
     * @param target at what
     * @return whether it is the one after which the first must wait
     */
    public synchronized boolean wrong(String target) {
        if (allowed == 0) {
            return false;
        }
        Instant now = clock.instant();
        Guesses before = targets.getOrDefault(key(target), Guesses.NONE);
        int wrong = before.forgotten(now) ? 1 : before.wrong() + 1;
        targets.put(key(target), new Guesses(wrong, now, now).waiting(now, seconds(wrong)));
        return wrong == allowed;
    }

    /**
     * Forgets the wrong attempts.
     *
     * @param target at what
     */
    public synchronized void right(String target) {
        targets.remove(key(target));
    }

    synchronized int remembered() {
        return targets.size();
    }

    private int seconds(int wrong) {
        int more = wrong - allowed;
        return more < 0 ? 0 : Math.min(LONGEST_WAIT_SECONDS, 1 << Math.min(more, 6));
    }

    private static String key(String target) {
        return target.substring(0, Math.min(target.length(), LONGEST_TARGET)).toLowerCase(Locale.ROOT);
    }

    /**
     * What is known of a target.
     *
     * @param wrong how many attempts in a row
     * @param last when the last of them was
     * @param next when the next may be made
     */
    private record Guesses(int wrong, Instant last, Instant next) {

        static final Guesses NONE = new Guesses(0, Instant.MIN, Instant.MIN);

        boolean forgotten(Instant now) {
            return wrong > 0 && now.isAfter(last.plus(MEMORY));
        }

        Guesses waiting(Instant now, int seconds) {
            return new Guesses(wrong, last, now.plusSeconds(seconds));
        }
    }
}
