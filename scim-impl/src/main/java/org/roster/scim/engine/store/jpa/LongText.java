package org.roster.scim.engine.store.jpa;

import java.sql.Clob;
import java.sql.SQLException;

/** A long text in the row of a native query: what it is depends on database and provider. */
final class LongText {

    private LongText() {}

    static String of(Object column) {
        if (!(column instanceof Clob clob)) {
            return (String) column;
        }
        try {
            return clob.getSubString(1, Math.toIntExact(clob.length()));
        } catch (SQLException e) {
            throw new IllegalStateException("a text cannot be read", e);
        }
    }
}
