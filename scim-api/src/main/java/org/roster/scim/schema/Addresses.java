package org.roster.scim.schema;

import java.util.Locale;
import java.util.Optional;

/** Addresses of people, each written in one way where there is one. None is refused: RFC 7643 §4.1.2 says should. */
final class Addresses {

    private static final String TEL = "tel:";

    private Addresses() {}

    static Optional<String> email(String text) {
        int domain = text.lastIndexOf('@') + 1;
        return Optional.of(
                domain == 0
                        ? text
                        : text.substring(0, domain) + text.substring(domain).toLowerCase(Locale.ROOT));
    }

    static Optional<String> phone(String text) {
        if (!text.regionMatches(true, 0, TEL, 0, TEL.length())) {
            return Optional.of(text);
        }
        int parameters = text.indexOf(';') < 0 ? text.length() : text.indexOf(';');
        String number = text.substring(TEL.length(), parameters).replaceAll("[-.()\\s]", "");
        return Optional.of(TEL + number + text.substring(parameters));
    }

    static Optional<String> instantMessenger(String text) {
        return Optional.of(text.replaceAll("\\s", "").toLowerCase(Locale.ROOT));
    }
}
