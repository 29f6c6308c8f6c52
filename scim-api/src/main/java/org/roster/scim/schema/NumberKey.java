package org.roster.scim.schema;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers as text that sorts like the numbers. A sign digit (0 negative, 1 zero, 2 positive), then the power of ten in
 * front of which the decimal point stands, then the digits; for negative numbers with each digit turned round and a
 * closing mark, because there the longer number is the smaller one.
 */
final class NumberKey {

    private static final int EXPONENT_OFFSET = 50_000;
    private static final char AFTER_ALL_DIGITS = ':';

    private NumberKey() {}

    static Optional<String> of(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of("1");
        }
        BigDecimal plain = number.stripTrailingZeros();
        long exponent = (long) plain.precision() - plain.scale() + EXPONENT_OFFSET;
        if (exponent < 0 || exponent > 99_999) {
            return Optional.empty();
        }
        String digits = pad(exponent) + plain.unscaledValue().abs();
        return Optional.of(number.signum() > 0 ? "2" + digits : "0" + turned(digits) + AFTER_ALL_DIGITS);
    }

    private static String pad(long exponent) {
        String digits = Long.toString(exponent);
        return "0".repeat(5 - digits.length()) + digits;
    }

    private static String turned(String digits) {
        StringBuilder turned = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            turned.append((char) ('0' + '9' - digits.charAt(i)));
        }
        return turned.toString();
    }
}
