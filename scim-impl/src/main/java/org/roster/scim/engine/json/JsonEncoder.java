package org.roster.scim.engine.json;

import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes JSON values as UTF-8. */
public final class JsonEncoder {

    private static final JsonWriterFactory WRITERS = JsonProvider.provider().createWriterFactory(Map.of());

    private JsonEncoder() {}

    /**
     * Writes a value.
     *
     * @param value what to write
     * @param out where to; stays open
     */
    public static void encode(JsonValue value, OutputStream out) {
        WRITERS.createWriter(new KeptOpen(out), StandardCharsets.UTF_8).write(value);
    }
}
