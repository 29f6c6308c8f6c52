package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.PersistenceException;
import java.io.StringReader;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.Map;

/** Documents as text and back. What is in the table was checked when it was written, so reading it checks nothing. */
final class DocumentText {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonReaderFactory READERS = JSON.createReaderFactory(Map.of());

    private DocumentText() {}

    /** A column of text as a native query gives it: where it is a large object, some providers give that. */
    static String of(Object column) {
        try {
            return column instanceof Clob large ? large.getSubString(1, (int) large.length()) : (String) column;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    static JsonObject read(String text) {
        return READERS.createReader(new StringReader(text)).readObject();
    }

    static JsonArray array(String text) {
        return READERS.createReader(new StringReader(text)).readArray();
    }

    static String write(JsonValue document) {
        return document.toString();
    }

    /** A document with one more member, whose name needs no escaping and whose value is JSON. */
    static String with(String document, String name, String value) {
        String beginning = document.substring(0, document.length() - 1);
        return beginning + (beginning.length() > 1 ? ",\"" : "\"") + name + "\":" + value + "}";
    }

    /** Appends a text as a JSON string; hardly any has something to escape. */
    static void append(StringBuilder json, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(JSON.createValue(text));
                return;
            }
        }
        json.append('"').append(text).append('"');
    }
}
