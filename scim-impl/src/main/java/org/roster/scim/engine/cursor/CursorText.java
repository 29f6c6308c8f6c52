package org.roster.scim.engine.cursor;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.roster.scim.query.Position;
import org.roster.scim.query.Position.Direction;
import org.roster.scim.query.Position.Edge;

/**
 * A cursor as bytes, with the second in which it was made.
 *
 * @param cursor what it says
 * @param made when
 */
record CursorText(Cursor cursor, Instant made) {

    /** A cursor of another version of the service is not understood. */
    private static final int FORM = 1;

    private static final long UNKNOWN = -1;

    byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeLong(made.getEpochSecond());
            out.writeInt(cursor.count());
            out.writeLong(cursor.totalResults().orElse(UNKNOWN));
            out.writeBoolean(cursor.position().direction() == Direction.FORWARD);
            Optional<Edge> edge = cursor.position().edge();
            writeText(out, edge.map(Edge::id));
            writeText(out, edge.flatMap(Edge::sortKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeText(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            out.writeUTF(text.get());
        }
    }

    /** Reads what {@link #write} wrote; nobody else can have made it. Empty, if another version of the service did. */
    static Optional<CursorText> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != FORM) {
                return Optional.empty();
            }
            Instant made = Instant.ofEpochSecond(in.readLong());
            int count = in.readInt();
            long total = in.readLong();
            Direction direction = in.readBoolean() ? Direction.FORWARD : Direction.BACKWARD;
            Optional<String> id = readText(in);
            Optional<String> sortKey = readText(in);
            Position position = new Position(direction, id.map(i -> new Edge(sortKey, i)));
            OptionalLong totalResults = total == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(total);
            return Optional.of(new CursorText(new Cursor(position, count, totalResults), made));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
    }
}
