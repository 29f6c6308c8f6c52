package org.roster.scim.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** URLs in their normal form: scheme, host and percent-encoding in one case, no dot segments (RFC 3986 §6.2). */
final class Locators {

    /** A longer one stays as it is: to take its dots out costs the square of its length. */
    private static final int LONGEST = 8_000;

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    /** With an empty authority and nothing behind it; RFC 3986 §3.2 has it, and {@link URI} has not. */
    private static final Pattern NOWHERE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");

    private Locators() {}

    static Optional<String> canonical(String text) {
        if (NOWHERE.matcher(text).matches()) {
            return Optional.of(text.toLowerCase(Locale.ROOT));
        }
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() ? Optional.of(normal(uri)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String normal(URI uri) {
        String text = uri.isOpaque() || uri.toString().length() > LONGEST
                ? uri.toString()
                : uri.normalize().toString();
        String encoded = ENCODED.matcher(text).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
        int authority = uri.getRawAuthority() == null
                ? 0
                : "//".length() + uri.getRawAuthority().length();
        int head = uri.getScheme().length() + 1;
        int host = uri.getRawUserInfo() == null
                ? head
                : head + "//@".length() + uri.getRawUserInfo().length();
        return encoded.substring(0, head).toLowerCase(Locale.ROOT)
                + encoded.substring(head, host)
                + encoded.substring(host, head + authority).toLowerCase(Locale.ROOT)
                + encoded.substring(head + authority);
    }
}
