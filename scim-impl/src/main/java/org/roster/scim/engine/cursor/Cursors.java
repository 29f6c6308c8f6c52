package org.roster.scim.engine.cursor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Page;
import org.roster.scim.query.Query;
import org.roster.scim.spi.Keyring;
import org.roster.scim.spi.RequestContext;

/**
 * Hands out cursors and takes them back. A cursor holds everything itself: the service remembers none, so there can be any
 * number of them, and every node of the service takes those of the others, because all have the same key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9865">RFC 9865</a>
 */
@ApplicationScoped
public class Cursors {

    /** The name of the key, which the keyring keeps. */
    private static final String KEY = "cursor";

    private final Keyring keyring;
    private final Configuration configuration;
    private final Clock clock;

    /** Asked for when the first cursor is, not at start. */
    private volatile @Nullable Seal seal;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected Cursors() {
        this(null, null);
    }

    /**
     * Makes it.
     *
     * @param keyring has the key
     * @param configuration has the timeout
     */
    @Inject
    public Cursors(Keyring keyring, Configuration configuration) {
        this(keyring, configuration, Clock.systemUTC());
    }

    Cursors(Keyring keyring, Configuration configuration, Clock clock) {
        this.keyring = keyring;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Makes the text of a cursor.
     *
     * @param cursor what it says
     * @param context who asks
     * @param query bound; the cursor is good for no other
     * @return unreserved characters of URLs only
     */
    public String close(Cursor cursor, RequestContext context, Query query) {
        return seal().close(new CursorText(cursor, clock.instant()).write(), View.of(context, query));
    }

    /**
     * Reads the text of a cursor.
     *
     * @param text as the client sent it
     * @param context who asks
     * @param query bound, by cursor
     * @return what {@link #close} was given
     * @throws ScimException 400 {@code invalidCursor}, {@code expiredCursor}, or {@code invalidCount} if the query wants
     *     another number of results than the first page had
     */
    public Cursor open(String text, RequestContext context, Query query) {
        CursorText opened = seal().open(text, View.of(context, query))
                .flatMap(CursorText::read)
                .orElseThrow(ScimException::invalidCursor);
        int timeout = configuration.cursorTimeout();
        // It was made at some time within that second.
        Instant end = opened.made().plusSeconds(1L + timeout);
        if (clock.instant().isAfter(end)) {
            throw ScimException.expiredCursor(timeout);
        }
        requireSameCount(opened.cursor().count(), query.order().page());
        return opened.cursor();
    }

    private static void requireSameCount(int first, Page page) {
        if (page.count() != first) {
            throw ScimException.invalidCount("count: the first page of this walk had " + first
                    + ", and every page must have the same; found " + page.count());
        }
    }

    /** Two threads may both make one; they are equal. */
    private Seal seal() {
        @Nullable Seal known = seal;
        if (known == null) {
            known = new Seal(keyring.key(KEY));
            seal = known;
        }
        return known;
    }
}
