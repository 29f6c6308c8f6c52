package org.roster.scim.testing;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;

/** JSON as text, so that tests show what a client would send. */
public final class Json {

    private static final JsonProvider JSON = JsonProvider.provider();

    private Json() {}

    /** Reads an object; single quotes stand for double ones, which Java would want escaped. */
    public static JsonObject object(String text) {
        return value(text).asJsonObject();
    }

    /** Reads any value; single quotes stand for double ones. */
    public static JsonValue value(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readValue();
        }
    }

    /** A JSON string with exactly this content. */
    public static JsonValue string(String content) {
        return JSON.createValue(content);
    }
}
