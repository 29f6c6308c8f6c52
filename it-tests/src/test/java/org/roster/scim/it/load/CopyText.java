package org.roster.scim.it.load;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one table in the text format of COPY, gathered until they are sent.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-copy.html">COPY</a>
 */
final class CopyText {

    private static final int PIECE = 1 << 16;

    private final String statement;
    private final StringBuilder text = new StringBuilder();

    CopyText(String table, String columns) {
        this.statement = "copy " + table + " (" + columns + ") from stdin";
    }

    void row(Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            append(values[i]);
        }
        text.append('\n');
    }

    private void append(Object value) {
        if (value instanceof String string) {
            for (int i = 0; i < string.length(); i++) {
                append(string.charAt(i));
            }
        } else {
            text.append(value == null ? "\\N" : value);
        }
    }

    private void append(char c) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> text.append(c);
        }
    }

    void send(Connection connection) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int from = 0; from < bytes.length; from += PIECE) {
                copy.writeToCopy(bytes, from, Math.min(PIECE, bytes.length - from));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        text.setLength(0);
    }
}
