package org.roster.scim.engine.patch;

import jakarta.json.JsonObject;
import java.util.List;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.AttributeChange.EditElements;
import org.roster.scim.patch.AttributeChange.RemoveElements;

/**
 * How much a PATCH makes the service look at. An operation on a multi-valued attribute looks at each element, once for each term
 * of its filter; so a megabyte of them can ask for hours of work although no limit of the request is passed. Not thread-safe.
 */
final class Effort {

    /** Elements times terms: a second of work, and several times what a thousand operations on a hundred values ask for. */
    static final long MOST = 1_000_000;

    private long spent;

    /** Counts a change before it is made. */
    void spend(AttributeChange change, JsonObject attributes) {
        spent += (long) ChangeApplier.size(change, attributes) * (1 + filterTerms(change));
        if (spent > MOST) {
            throw ScimException.of(
                    413,
                    "so many operations on so many values of " + change.target()
                            + " are too much work for one request; send fewer, or one operation with several values");
        }
    }

    private static int filterTerms(AttributeChange change) {
        if (change instanceof EditElements edit) {
            return terms(edit.which());
        }
        return change instanceof RemoveElements remove ? terms(remove.which()) : 0;
    }

    private static int terms(Filter filter) {
        if (filter instanceof Filter.And and) {
            return terms(and.terms());
        }
        if (filter instanceof Filter.Or or) {
            return terms(or.terms());
        }
        return filter instanceof Filter.Not not ? terms(not.term()) : 1;
    }

    private static int terms(List<Filter> filters) {
        return filters.stream().mapToInt(Effort::terms).sum();
    }
}
