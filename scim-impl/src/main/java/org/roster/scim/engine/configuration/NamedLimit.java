package org.roster.scim.engine.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code roster.limits}: another limit for somebody.
 *
 * @param text as it was written
 * @param kind {@code credential} or {@code tenant}
 * @param name whose limit it is; may have colons
 * @param what which limit
 * @param number at least 0
 */
public record NamedLimit(String text, String kind, String name, String what, int number) {

    private static final String FORM =
            "write credential:NAME:rate=5 or tenant:NAME:concurrent=2, with commas between several; "
                    + "the numbers are rate, burst and concurrent, and of a tenant also ";

    /**
     * Reads the setting.
     *
     * @param setting entries with commas between them
     * @return in the order of the text
     * @throws IllegalStateException if an entry has another form
     */
    public static List<NamedLimit> parse(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .filter(one -> !one.isBlank())
                .map(one -> read(one.strip()))
                .toList();
    }

    private static NamedLimit read(String one) {
        int first = one.indexOf(':');
        int last = one.lastIndexOf(':');
        int equals = one.lastIndexOf('=');
        if (first < 0 || last == first || equals < last) {
            throw wrong(one);
        }
        String kind = one.substring(0, first);
        if (!kind.equals("credential") && !kind.equals("tenant")) {
            throw wrong(one);
        }
        try {
            int number = Integer.parseInt(one.substring(equals + 1).strip());
            if (number < 0) {
                throw wrong(one);
            }
            return new NamedLimit(one, kind, one.substring(first + 1, last), one.substring(last + 1, equals), number);
        } catch (NumberFormatException notANumber) {
            throw wrong(one);
        }
    }

    /**
     * The limit of single requests that this is about.
     *
     * @return empty if it is about many requests
     */
    public Optional<RequestLimit> requestLimit() {
        return kind.equals("tenant") ? RequestLimit.of(what) : Optional.empty();
    }

    /**
     * The entry cannot be used.
     *
     * @return what to throw
     */
    public IllegalStateException wrong() {
        return wrong(text);
    }

    private static IllegalStateException wrong(String one) {
        List<String> keywords =
                Arrays.stream(RequestLimit.values()).map(RequestLimit::keyword).toList();
        return new IllegalStateException("roster.limits has \"" + one + "\"; " + FORM + String.join(", ", keywords));
    }
}
