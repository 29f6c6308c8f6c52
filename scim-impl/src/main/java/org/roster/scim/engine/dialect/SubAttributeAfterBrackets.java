package org.roster.scim.engine.dialect;

import java.util.Optional;
import java.util.regex.Pattern;
import org.roster.scim.error.ScimException;

/**
 * Entra compares a sub-attribute behind brackets, {@code emails[type eq "work"].value eq "x"} (recording
 * {@code entra/03-match-user-by-work-email}), which the grammar of filters does not have. The parser reads it (choice A-10);
 * without this rule it is refused.
 */
final class SubAttributeAfterBrackets implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-07";
    }

    @Override
    public Optional<Quirk> refusal() {
        return Optional.of(new Refusal(id()));
    }

    private record Refusal(String id) implements Quirk {

        private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

        @Override
        public String filterText(String text) {
            if (QUOTED.matcher(text).replaceAll("").contains("].")) {
                throw ScimException.invalidFilter(
                        "filter: nothing may follow the brackets; "
                                + "write the comparison inside them, for instance emails[type eq \"work\" and value eq \"...\"]");
            }
            return text;
        }
    }
}
