package org.roster.scim.oracle;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.schema.Attribute;

/** The element that a filter describes: choice A-01 for {@code add} through a value path that matches nothing. */
final class NaiveDescription {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Pattern EQUALITY = Pattern.compile(
            "\\s*([$\\w-]+)\\s+eq\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s()\"]+)\\s*", Pattern.CASE_INSENSITIVE);

    private NaiveDescription() {}

    /** Empty, unless the filter is equalities joined by {@code and}. */
    static Optional<JsonValue> of(Attribute attribute, String filter) {
        JsonObjectBuilder element = JSON.createObjectBuilder();
        JsonValue only = null;
        for (String term : filter.split("(?i)(?<=[\"\\w)])\\s+and\\s+(?=[$\\w-]+\\s+eq|not\\b)", -1)) {
            // primary eq false is understood as this (absent means false, RFC 7643 §2.4), so both describe the same.
            if (term.matches("(?i)\\s*not\\s*\\(\\s*primary\\s+eq\\s+true\\s*\\)\\s*")) {
                element.add("primary", false);
                continue;
            }
            Matcher equality = EQUALITY.matcher(term);
            if (!equality.matches()) {
                return Optional.empty();
            }
            try (JsonReader reader = JSON.createReader(new StringReader("[" + equality.group(2) + "]"))) {
                only = reader.readArray().get(0);
            }
            if (only == JsonValue.NULL) {
                return Optional.empty();
            }
            String name = equality.group(1);
            JsonValue value = only;
            attribute.subAttribute(name).ifPresent(sub -> element.add(sub.name(), value));
        }
        return Optional.of(attribute.complex() ? element.build() : only);
    }
}
