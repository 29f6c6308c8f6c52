package org.roster.scim.engine.configuration;

/**
 * How much may be asked for.
 *
 * @param rate requests per second; 0 for any number
 * @param burst requests at once before the rate counts; 0 for as many as in one second
 * @param concurrent requests at the same time; 0 for any number
 */
public record Limit(int rate, int burst, int concurrent) {

    /** No limit. */
    public static final Limit NONE = new Limit(0, 0, 0);

    /**
     * Whether it limits nothing.
     *
     * @return whether
     */
    public boolean isNone() {
        return rate == 0 && concurrent == 0;
    }

    /**
     * How many requests may come at once.
     *
     * @return at least 1 if there is a rate
     */
    public int most() {
        return burst == 0 ? rate : burst;
    }

    /**
     * This limit with another number.
     *
     * @param what {@code rate}, {@code burst} or {@code concurrent}
     * @param number the number
     * @return the other limit
     * @throws IllegalArgumentException if there is no such number
     */
    public Limit with(String what, int number) {
        return switch (what) {
            case "rate" -> new Limit(number, burst, concurrent);
            case "burst" -> new Limit(rate, number, concurrent);
            case "concurrent" -> new Limit(rate, burst, number);
            default -> throw new IllegalArgumentException(what);
        };
    }
}
