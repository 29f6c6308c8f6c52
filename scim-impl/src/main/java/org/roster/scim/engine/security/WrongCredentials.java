package org.roster.scim.engine.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the log says of wrong credentials: when and from where, and never what was sent, which may be a right one with a typing
 * error. Whoever has none could fill the disk, so of a minute only the first ones are told one by one, and the others by their
 * number.
 */
final class WrongCredentials {

    static final int TOLD_IN_A_MINUTE = 60;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST_ADDRESS = 64;

    private final Clock clock;
    private Instant end = Instant.MIN;
    private int number;

    WrongCredentials(Clock clock) {
        this.clock = clock;
    }

    /** What is wrong with a credential, in words that say nothing about it. */
    enum Kind {
        PASSWORD("the realm does not know this name with this password"),
        TOKEN("no token is known that is so and may be used from there"),
        FORM("it has not the form of a credential"),
        TOO_SOON("it came before the end of the time to wait");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * A wrong credential came.
     *
     * @param address as the server knows it; a proxy may have made it of anything
     * @param kind what is wrong
     * @return what to log; empty if there was enough of it in this minute
     */
    synchronized Optional<String> came(String address, Kind kind) {
        Instant now = clock.instant();
        int untold = Math.max(0, number - TOLD_IN_A_MINUTE);
        boolean begins = !now.isBefore(end);
        if (begins) {
            end = now.plus(MINUTE);
            number = 0;
        }
        number++;
        if (number > TOLD_IN_A_MINUTE) {
            return Optional.empty();
        }
        String before = begins && untold > 0 ? "; " + untold + " more before that were not told one by one" : "";
        return Optional.of("A credential from " + printable(address) + " was refused: " + kind.text + before);
    }

    private static String printable(String address) {
        return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS)).replaceAll("[^\\p{Alnum}.:%_-]", "?");
    }
}
