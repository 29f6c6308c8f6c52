package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/** Documents as text and back. What is in the table was checked when it was written, so reading it checks nothing. */
final class DocumentText {

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private DocumentText() {}

    static JsonObject read(String text) {
        return READERS.createReader(new StringReader(text)).readObject();
    }

    static String write(JsonValue document) {
        return document.toString();
    }
}
