package org.roster.scim.schema;

import java.util.Optional;

/**
 * What form the text of an attribute should have beyond its type, and how the same is written by everybody. Not published: a
 * schema of RFC 7643 has no word for it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.1">RFC 7643 §4.1</a>
 */
public enum Format {
    /** Any text. */
    ANY("a string"),
    /** A URL of its own, such as {@code https://example.com/anna}, in the normal form of RFC 3986 §6.2. */
    URL("an absolute URL such as \"https://example.com/anna\""),
    /** Languages by preference, such as {@code de-CH, en;q=0.8}; an underscore becomes a hyphen (RFC 9110 §12.5.4). */
    LANGUAGE_RANGES("languages such as \"de-CH, en;q=0.8\""),
    /** One language, such as {@code de-CH}; an underscore becomes a hyphen (RFC 5646). */
    LANGUAGE_TAG("a language tag such as \"de-CH\""),
    /** A time zone of the IANA database, such as {@code Europe/Zurich}; in any case. */
    TIME_ZONE("an IANA time zone such as \"Europe/Zurich\""),
    /** A country as ISO 3166-1 alpha-2; the name that people give it and alpha-3 become that. */
    COUNTRY("an ISO 3166-1 alpha-2 country code such as \"CH\""),
    /** One X.509 certificate, DER in base64. */
    CERTIFICATE("one X.509 certificate, DER in base64"),
    /** An e-mail address, its domain in lower case (RFC 5321 §2.4). Other text stays as it is. */
    EMAIL("an e-mail address"),
    /** A telephone number; a {@code tel:} URI loses the separators that mean nothing (RFC 3966 §5.1.1). */
    PHONE("a telephone number"),
    /** The address of an instant messenger: without blanks, in lower case (RFC 7643 §4.1.2). */
    INSTANT_MESSENGER("the address of an instant messenger");

    private final String example;

    Format(String example) {
        this.example = example;
    }

    /**
     * Reads a text.
     *
     * @param text as a client wrote it
     * @return the same in canonical form; empty if it is not of this format
     */
    public Optional<String> canonical(String text) {
        return switch (this) {
            case ANY -> Optional.of(text);
            case URL -> Locators.canonical(text);
            case LANGUAGE_RANGES -> Languages.ranges(text);
            case LANGUAGE_TAG -> Languages.tag(text);
            case TIME_ZONE -> Places.timeZone(text);
            case COUNTRY -> Places.country(text);
            case CERTIFICATE -> Certificates.canonical(text);
            case EMAIL -> Addresses.email(text);
            case PHONE -> Addresses.phone(text);
            case INSTANT_MESSENGER -> Addresses.instantMessenger(text);
        };
    }

    /**
     * Whether text of no such form is of no use and has to be refused; other text is kept as it came.
     *
     * @return true for certificates
     */
    public boolean binding() {
        return this == CERTIFICATE;
    }

    /**
     * What a text of this format looks like, for error messages.
     *
     * @return an article, a noun, perhaps an example
     */
    public String example() {
        return example;
    }
}
