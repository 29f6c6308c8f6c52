package org.roster.scim.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * How a value compares with others of its attribute, as text: equal values have equal keys, and keys in the order of
 * their code points ({@link #compare}) are values in their order. Filters in memory, sorting, uniqueness and the index
 * of a store all use these keys, so they cannot disagree.
 *
 * <ul>
 *   <li>text of {@code caseExact} attributes: itself
 *   <li>other text: width-mapped, lower-cased and in Unicode NFC, as RFC 8265 §3.3 prepares user names
 *   <li>dateTime: the point in time in UTC with nine fraction digits
 *   <li>integer and decimal: a text whose order is that of the numbers
 *   <li>boolean: {@code false} or {@code true}
 *   <li>binary: its base64 without the padding, which may be left out (RFC 7643 §2.3.6)
 * </ul>
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2">RFC 7644 §3.4.2.2</a>
 */
public final class ComparisonKey {

    private ComparisonKey() {}

    /**
     * The key of one value.
     *
     * @param attribute definition of the (sub-)attribute; not complex
     * @param value one value; an element, where the attribute is multi-valued
     * @return empty if the value is not one of the attribute's type
     */
    public static Optional<String> of(Attribute attribute, JsonValue value) {
        return switch (attribute.type()) {
            case BOOLEAN -> truth(value);
            case INTEGER ->
                number(value).filter(n -> n.stripTrailingZeros().scale() <= 0).flatMap(NumberKey::of);
            case DECIMAL -> number(value).flatMap(NumberKey::of);
            case DATE_TIME -> text(value).flatMap(DateTimes::parse).map(DateTimes::key);
            case STRING, REFERENCE -> text(value).map(t -> ofText(attribute, t));
            case BINARY -> text(value).map(t -> ofText(attribute, t)).filter(ComparisonKey::isBase64);
            case COMPLEX -> Optional.empty();
        };
    }

    /**
     * The key of a text.
     *
     * @param attribute definition of the (sub-)attribute, of a type whose values are text
     * @param text the text
     * @return itself, folded unless case matters; of base64 without padding
     */
    public static String ofText(Attribute attribute, String text) {
        if (attribute.type() == AttributeType.BINARY) {
            return text.replace("=", "");
        }
        return attribute.caseExact() ? text : fold(text);
    }

    private static boolean isBase64(String key) {
        return key.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+/-_".indexOf(c) >= 0));
    }

    /**
     * The order of keys: by Unicode code point, which is also the byte order of their UTF-8 form.
     *
     * @param left a key
     * @param right a key
     * @return negative, zero or positive
     */
    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean sameKind = Character.isSurrogate(l) == Character.isSurrogate(r);
                return sameKind ? Character.compare(l, r) : Character.isSurrogate(l) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /**
     * Lower case by code point, without the context rules that would make parts of a text fold differently. Decomposed
     * first, because the one-letter form of {@code I} with a dot above would lose its dot.
     */
    private static String fold(String text) {
        return isAscii(text) ? text.toLowerCase(Locale.ROOT) : foldAny(text);
    }

    /** Most texts are, and of these nothing composes or is wide, and no context rule of a locale applies. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String foldAny(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (c >= 0xFF00 && c <= 0xFFEF) {
                String narrow = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
                narrow.codePoints().map(Character::toLowerCase).forEach(folded::appendCodePoint);
            } else {
                folded.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static Optional<String> truth(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> Optional.of("true");
            case FALSE -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(JsonValue value) {
        return value instanceof JsonNumber n ? Optional.of(n.bigDecimalValue()) : Optional.empty();
    }

    private static Optional<String> text(JsonValue value) {
        return value instanceof JsonString s ? Optional.of(s.getString()) : Optional.empty();
    }
}
