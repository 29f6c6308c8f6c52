package org.roster.scim.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.cursor.Cursor;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.query.Page;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Edge;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;

/**
 * A cursor. The first byte chooses: the rest is a cursor as it stands, or what is done to one that was issued (each byte is
 * mixed into a character of it). Nothing opens but what was issued, and that as it was.
 */
public final class CursorFuzz {

    private static final RequestContext CONTEXT = new RequestContext("fuzz", new Caller("test", Set.of("scim-admin")));
    private static final Query QUERY = new Query(
            List.of(new Selection(
                    TestSchemas.USER, Directory.filter(TestSchemas.USER, "title pr"), Projection.DEFAULT)),
            new Query.Order(
                    Sort.by(TestSchemas.path(TestSchemas.USER, "title"), true), new Page.ByCursor(Position.START, 10)));
    private static final Cursors CURSORS = new Cursors(name -> new byte[32], Engine.CONFIGURATION);
    private static final Map<String, Cursor> ISSUED = Stream.of(
                    new Cursor(Position.START, 10, OptionalLong.empty()),
                    new Cursor(Position.after(new Edge(Optional.of("boss"), "id-1")), 10, OptionalLong.of(40)),
                    new Cursor(Position.before(new Edge(Optional.empty(), "id-2")), 10, OptionalLong.of(0)))
            .collect(Collectors.toMap(cursor -> CURSORS.close(cursor, CONTEXT, QUERY), cursor -> cursor));
    private static final List<String> TEXTS = List.copyOf(ISSUED.keySet());

    private CursorFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 0) {
            open(data[0] < 0 ? mixed(data) : new String(data, 1, data.length - 1, StandardCharsets.UTF_8));
        }
    }

    private static String mixed(byte[] data) {
        char[] text = TEXTS.get(Math.floorMod(data[0], TEXTS.size())).toCharArray();
        for (int i = 1; i < data.length; i++) {
            text[(i - 1) % text.length] ^= (char) (data[i] & 0xFF);
        }
        return new String(text);
    }

    private static void open(String text) {
        Optional<Cursor> issued = Optional.ofNullable(ISSUED.get(text));
        try {
            Cursor opened = CURSORS.open(text, CONTEXT, QUERY);
            Claim.holds(issued.equals(Optional.of(opened)), () -> text + " was not issued and opens as " + opened);
        } catch (ScimException refusal) {
            Claim.helps(refusal);
            Claim.holds(issued.isEmpty(), () -> text + " was issued and does not open: " + refusal.detail());
        }
    }
}
