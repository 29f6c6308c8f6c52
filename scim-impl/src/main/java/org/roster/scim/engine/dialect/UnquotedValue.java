package org.roster.scim.engine.dialect;

import jakarta.json.Json;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.engine.configuration.Mode;

/**
 * Microsoft's prose writes {@code externalId eq jyoung}, and others use single quotes; on the wire Entra quotes properly
 * (recording {@code house/03-unquoted-value}). The value gets its quotes, where the client is known for it (choice A-11).
 */
final class UnquotedValue implements Quirk {

    private static final Pattern VALUE = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*+\"|(?i)(?<=\\s)(eq|ne|co|sw|ew|gt|ge|lt|le)(\\s++)(?:'([^']*+)'|([^\\s\"'()\\[\\]]++))");
    private static final Pattern LITERAL = Pattern.compile("(?i)true|false|null|-?\\d+(\\.\\d+)?(e[+-]?\\d+)?");

    @Override
    public String id() {
        return "V-ENTRA-06";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.COMPAT);
    }

    @Override
    public String filterText(String text) {
        return VALUE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(quoted(found)));
    }

    private static String quoted(MatchResult found) {
        boolean string = found.group(1) == null;
        String value = found.group(3) == null ? found.group(4) : found.group(3);
        if (string || (found.group(3) == null && LITERAL.matcher(value).matches())) {
            return found.group();
        }
        return found.group(1) + found.group(2) + Json.createValue(value);
    }
}
