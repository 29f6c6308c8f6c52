package org.roster.scim.schema;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags and lists of them. The underscore that many clients write for the hyphen is understood. */
final class Languages {

    /** More is no preference of anybody; the parser of the JDK takes its time. */
    private static final int LONGEST = 500;

    private Languages() {}

    static Optional<String> tag(String text) {
        String tag = hyphenated(text);
        if (isUsual(tag)) {
            return Optional.of(tag);
        }
        try {
            return tag.length() > LONGEST
                            || new Locale.Builder()
                                    .setLanguageTag(tag)
                                    .build()
                                    .getLanguage()
                                    .isEmpty()
                    ? Optional.empty()
                    : Optional.of(tag);
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    static Optional<String> ranges(String text) {
        String ranges = hyphenated(text);
        if (isUsual(ranges)) {
            return Optional.of(ranges);
        }
        try {
            return ranges.length() > LONGEST
                            || Locale.LanguageRange.parse(ranges).isEmpty()
                    ? Optional.empty()
                    : Optional.of(ranges);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // The latter is how the parser of the JDK takes a hyphen alone.
            return Optional.empty();
        }
    }

    /** Two letters for the language, perhaps two for the country: nearly all tags are, and the parsers take longer than all else. */
    private static boolean isUsual(String tag) {
        boolean country = tag.length() == 5 && tag.charAt(2) == '-' && areLetters(tag, 3);
        return areLetters(tag, 0) && (tag.length() == 2 || country);
    }

    private static boolean areLetters(String text, int from) {
        return text.length() >= from + 2 && isLetter(text.charAt(from)) && isLetter(text.charAt(from + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String hyphenated(String text) {
        return text.strip().replace('_', '-');
    }
}
