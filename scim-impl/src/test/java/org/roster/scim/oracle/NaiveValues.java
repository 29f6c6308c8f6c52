package org.roster.scim.oracle;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.roster.scim.schema.Attribute;

/** Values of simple types, as RFC 7643 §2.3 describes them. */
final class NaiveValues {

    private static final Map<String, String> PREPARED = new ConcurrentHashMap<>();

    private NaiveValues() {}

    /** Whether a value may stand where this attribute is compared or assigned. */
    static boolean fits(Attribute attribute, JsonValue value) {
        boolean text = value instanceof JsonString;
        return switch (attribute.type()) {
            case STRING, REFERENCE -> text;
            case BINARY -> text && text(value).matches("[A-Za-z0-9+/_-]*={0,2}");
            case BOOLEAN -> value == JsonValue.TRUE || value == JsonValue.FALSE;
            case DECIMAL -> value instanceof JsonNumber;
            case INTEGER ->
                value instanceof JsonNumber n
                        && n.bigDecimalValue().remainder(BigDecimal.ONE).signum() == 0;
            case DATE_TIME -> text && instant(((JsonString) value).getString()).isPresent();
            case COMPLEX -> value instanceof JsonObject;
        };
    }

    /** How two values of a simple attribute are ordered; 0 if they are the same value. */
    static int compare(Attribute attribute, JsonValue left, JsonValue right) {
        return switch (attribute.type()) {
            case BOOLEAN -> left == right ? 0 : 1;
            case DECIMAL, INTEGER ->
                ((JsonNumber) left).bigDecimalValue().compareTo(((JsonNumber) right).bigDecimalValue());
            case DATE_TIME ->
                instant(text(left)).orElseThrow().compareTo(instant(text(right)).orElseThrow());
            // RFC 7643 §2.3.6: padding may be missing
            case BINARY -> text(left).replace("=", "").compareTo(text(right).replace("=", ""));
            default -> points(comparable(attribute, left), comparable(attribute, right));
        };
    }

    static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    /**
     * A text as it takes part in a comparison: as it is, if the attribute is case-exact; else prepared as RFC 7644 §5 wants
     * it for user names, by the rules of RFC 8265 §3.3.2: width, case, composition.
     */
    static String comparable(Attribute attribute, JsonValue value) {
        return attribute.caseExact() ? text(value) : PREPARED.computeIfAbsent(text(value), NaiveValues::prepared);
    }

    private static String prepared(String text) {
        StringBuilder prepared = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .map(c ->
                        c.matches("[\\x{FF00}-\\x{FFEF}\\x{3000}]") ? Normalizer.normalize(c, Normalizer.Form.NFKC) : c)
                .flatMapToInt(String::codePoints)
                .mapToObj(c -> Character.toString(c).toLowerCase(Locale.ROOT))
                .forEach(prepared::append);
        return Normalizer.normalize(prepared, Normalizer.Form.NFC);
    }

    /** Lexicographically, by characters and not by halves of them. */
    private static int points(String left, String right) {
        int[] l = left.codePoints().toArray();
        int[] r = right.codePoints().toArray();
        return Arrays.compare(l, r);
    }

    /** A valid xsd:dateTime with date and time (RFC 7643 §2.3.5); without a zone it is UTC, which is our choice. */
    static Optional<Instant> instant(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?")) {
            return Optional.empty();
        }
        // XML Schema Part 2 §3.2.7: 24:00:00 is the first moment of the following day
        if (text.matches(".*T24:00:00(\\.0+)?[^.]*")) {
            return instant(text.replace("T24", "T23")).map(i -> i.plus(Duration.ofHours(1)));
        }
        try {
            boolean zoned = text.endsWith("Z") || text.substring(19).matches(".*[+-].*");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
