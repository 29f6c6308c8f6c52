package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.schema.DateTimes;

/** What a product's functions and constants give, as JSON. */
final class JsonValues {

    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonValues() {}

    /** An empty text is what joining nothing gives: no value. */
    static Optional<JsonValue> ofComputed(@Nullable Object value) {
        return "".equals(value) ? Optional.empty() : of(value);
    }

    static Optional<JsonValue> of(@Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Boolean truth) {
            return Optional.of(truth ? JsonValue.TRUE : JsonValue.FALSE);
        }
        if (value instanceof Number number) {
            return Optional.of(JSON.createValue(new BigDecimal(number.toString())));
        }
        return Optional.of(
                value instanceof Instant instant
                        ? JSON.createValue(DateTimes.wire(instant))
                        : JSON.createValue(value.toString()));
    }
}
