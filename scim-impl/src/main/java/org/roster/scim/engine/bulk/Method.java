package org.roster.scim.engine.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an operation of a bulk request can do. */
enum Method {
    POST,
    PUT,
    PATCH,
    DELETE;

    static Optional<Method> of(String text) {
        String wanted = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(m -> m.name().equals(wanted)).findFirst();
    }
}
