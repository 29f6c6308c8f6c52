package org.roster.scim.engine.patch;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.schema.ResourceType;

/**
 * Keeps the formatted name of a User in step with its parts. A PATCH of a part alone would leave a formatted name that
 * tells another one: the part is exchanged in it, and where it is not found, the formatted name goes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.1.1">RFC 7643 §4.1.1</a>
 */
final class FormattedName {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String NAME = "name";
    private static final String FORMATTED = "formatted";
    private static final List<String> PARTS =
            List.of("familyName", "givenName", "middleName", "honorificPrefix", "honorificSuffix");

    private static final String NOT_AFTER_LETTER = "(?<![-'\\p{L}\\p{N}])";
    private static final String NOT_BEFORE_LETTER = "(?![-'\\p{L}\\p{N}])";

    private FormattedName() {}

    /** The attributes after a PATCH, with a formatted name that fits; one that the PATCH itself changed stays. */
    static JsonObject inStep(ResourceType type, JsonObject before, JsonObject after) {
        Optional<String> formatted = part(before, FORMATTED);
        if (formatted.isEmpty() || !type.schema().id().equals(USER) || !formatted.equals(part(after, FORMATTED))) {
            return after;
        }
        Optional<String> fitting = formatted;
        for (String part : PARTS) {
            Optional<String> old = part(before, part);
            Optional<String> now = part(after, part);
            if (!old.equals(now)) {
                fitting = fitting.flatMap(text -> exchanged(text, old, now));
            }
        }
        return fitting.equals(formatted) ? after : with(after, fitting);
    }

    /** What came may be in the text already, shortened or not; what changed must be in it once. */
    private static Optional<String> exchanged(String text, Optional<String> old, Optional<String> now) {
        if (old.isEmpty()) {
            return Optional.of(text);
        }
        Matcher word = Pattern.compile(NOT_AFTER_LETTER + Pattern.quote(old.get()) + NOT_BEFORE_LETTER)
                .matcher(text);
        boolean once = word.results().count() == 1;
        return once && now.isPresent()
                ? Optional.of(word.replaceFirst(Matcher.quoteReplacement(now.get())))
                : Optional.empty();
    }

    private static Optional<String> part(JsonObject attributes, String part) {
        return attributes.get(NAME) instanceof JsonObject name && name.get(part) instanceof JsonString text
                ? Optional.of(text.getString())
                : Optional.empty();
    }

    private static JsonObject with(JsonObject attributes, Optional<String> formatted) {
        JsonObjectBuilder name = JSON.createObjectBuilder(attributes.getJsonObject(NAME));
        formatted.ifPresentOrElse(text -> name.add(FORMATTED, text), () -> name.remove(FORMATTED));
        JsonObject changed = name.build();
        JsonObjectBuilder all = JSON.createObjectBuilder(attributes);
        return (changed.isEmpty() ? all.remove(NAME) : all.add(NAME, (JsonValue) changed)).build();
    }
}
