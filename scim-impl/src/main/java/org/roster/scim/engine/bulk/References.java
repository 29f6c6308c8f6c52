package org.roster.scim.engine.bulk;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.engine.json.JsonRewriting;

/**
 * Finds references to bulkIds and puts ids in their place. Choice on RFC 7644 §3.7.2, which does not say where one may stand:
 * any text in {@code data} that is {@code bulkId:x}, or a URI that ends with it ({@code /Users/bulkId:x} in a {@code $ref}),
 * and the same in quotes inside a {@code path}, which is how a PATCH names an element
 * ({@code members[value eq "bulkId:x"]}). RFC 7643 §3.1 reserves the word, so nothing else begins with it.
 */
final class References {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String MARK = "bulkId:";
    private static final Pattern WHOLE = Pattern.compile("((?:[^\\s?#]*/)?)bulkId:(.+)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("(\")bulkId:([^\"]+)(?=\")");

    private References() {}

    /** The bulkIds that are referred to. */
    static Set<String> in(JsonValue value) {
        Set<String> found = new LinkedHashSet<>();
        replace(value, bulkId -> {
            found.add(bulkId);
            return Optional.empty();
        });
        return found;
    }

    /** The bulkId that stands in the place of an id. */
    static Optional<String> bulkId(String id) {
        return id.startsWith(MARK) ? Optional.of(id.substring(MARK.length())) : Optional.empty();
    }

    /**
     * Puts ids in the place of references.
     *
     * @param value any JSON
     * @param ids the id of a bulkId; where it has none, the reference stays
     * @return the value, the same object if nothing was replaced
     */
    static JsonValue replace(JsonValue value, Function<String, Optional<String>> ids) {
        return replace("", value, ids);
    }

    private static JsonValue replace(String name, JsonValue value, Function<String, Optional<String>> ids) {
        if (value instanceof JsonObject object) {
            return replace(object, ids);
        }
        if (value instanceof JsonArray array) {
            return JsonRewriting.elements(array, e -> replace(name, e, ids));
        }
        if (value instanceof JsonString text && text.getString().contains(MARK)) {
            String replaced = replace(name, text.getString(), ids);
            return replaced.equals(text.getString()) ? value : JSON.createValue(replaced);
        }
        return value;
    }

    static JsonObject replace(JsonObject object, Function<String, Optional<String>> ids) {
        return JsonRewriting.members(object, (name, member) -> replace(name, member, ids));
    }

    private static String replace(String name, String text, Function<String, Optional<String>> ids) {
        Function<MatchResult, String> replacement = match ->
                ids.apply(match.group(2)).map(id -> match.group(1) + id).orElse(match.group());
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return replacement.apply(whole);
        }
        return name.equalsIgnoreCase("path")
                ? QUOTED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match)))
                : text;
    }
}
