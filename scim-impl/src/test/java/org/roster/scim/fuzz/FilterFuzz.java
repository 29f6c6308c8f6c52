package org.roster.scim.fuzz;

import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.schema.ResourceType;

/** A filter, as text: parsed, written, read again, bound to every type and evaluated. */
public final class FilterFuzz {

    /** What was read is written longer, with blanks and parentheses, but not without end. */
    private static final FilterLimits WRITTEN = new FilterLimits(1_000_000, 100, 1_000);

    private FilterFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        Engine.text(data).ifPresent(FilterFuzz::read);
    }

    private static void read(String text) {
        for (int dialect = 0; dialect < 3; dialect++) {
            try {
                String rewritten = Engine.dialect(dialect).filterText(text);
                check(FilterParser.parse(rewritten, FilterLimits.DEFAULT), dialect);
            } catch (ScimException refusal) {
                Claim.helps(refusal);
            }
        }
    }

    private static void check(Filter filter, int dialect) {
        Filter again = FilterParser.parse(filter.toString(), WRITTEN);
        Claim.holds(again.equals(filter), () -> filter + " is read again as " + again);
        for (ResourceType type : Engine.TYPES) {
            try {
                Filter bound = FilterBinder.bind(Engine.dialect(dialect).filter(type, filter), type);
                FilterEvaluator.matches(bound, type, Engine.stored(type, Engine.attributes(type)));
            } catch (ScimException refusal) {
                Claim.helps(refusal);
            }
        }
    }
}
