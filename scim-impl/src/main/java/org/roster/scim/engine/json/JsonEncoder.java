package org.roster.scim.engine.json;

import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes JSON values as UTF-8. Answers are bytes already when JAX-RS gets them, so that no JSON provider of the server or of
 * a product can have its own opinion of them.
 */
public final class JsonEncoder {

    private static final JsonWriterFactory WRITERS = JsonProvider.provider().createWriterFactory(Map.of());

    private JsonEncoder() {}

    /**
     * Writes a value.
     *
     * @param value what to write
     * @return its text in UTF-8
     */
    public static byte[] encode(JsonValue value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try (JsonWriter writer = WRITERS.createWriter(out, StandardCharsets.UTF_8)) {
            writer.write(value);
        }
        return out.toByteArray();
    }
}
