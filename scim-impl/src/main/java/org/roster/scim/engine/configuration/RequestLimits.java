package org.roster.scim.engine.configuration;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.roster.scim.filter.FilterLimits;

/** How much a single request may be, for the service or for one tenant. Immutable. */
public final class RequestLimits {

    private final Map<RequestLimit, Integer> numbers;
    private final FilterLimits filter;

    /**
     * Takes the numbers.
     *
     * @param set those that are not the usual ones
     */
    RequestLimits(Map<RequestLimit, Integer> set) {
        this.numbers = new EnumMap<>(RequestLimit.class);
        for (RequestLimit limit : RequestLimit.values()) {
            numbers.put(limit, set.getOrDefault(limit, limit.usual()));
        }
        this.filter = new FilterLimits(
                of(RequestLimit.FILTER_LENGTH), of(RequestLimit.FILTER_DEPTH), of(RequestLimit.FILTER_TERMS));
    }

    /** These limits with another number. */
    RequestLimits with(RequestLimit limit, int number) {
        Map<RequestLimit, Integer> changed = new EnumMap<>(numbers);
        changed.put(limit, number);
        return new RequestLimits(changed);
    }

    /**
     * A limit as a number.
     *
     * @param limit which one
     * @return in the unit of the limit
     */
    public int of(RequestLimit limit) {
        return Objects.requireNonNull(numbers.get(limit));
    }

    /**
     * How much filter is accepted.
     *
     * @return the three limits of filters
     */
    public FilterLimits filter() {
        return filter;
    }

    /**
     * Results on a page for clients that do not ask for a number.
     *
     * @return no more than a page may have
     */
    public int pageSize() {
        return Math.min(of(RequestLimit.PAGE_SIZE), of(RequestLimit.PAGE_LIMIT));
    }
}
