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

    private static String hyphenated(String text) {
        return text.strip().replace('_', '-');
    }
}
