package org.roster.scim.engine.configuration;

import java.util.Arrays;
import java.util.Optional;

/**
 * What of a single request is limited. Each is a setting of the service, {@code roster.} and the keyword, and by the keyword
 * alone a number of a tenant in {@code roster.limits}.
 */
public enum RequestLimit {
    /** Bytes of a body. */
    BODY("body.limit", 1_048_576, 1, 268_435_456),
    /** How deep objects and arrays may nest in a body. */
    JSON_DEPTH("json.depth", 32, 8, 32),
    /** Results on a page for clients that do not ask for a number. */
    PAGE_SIZE("page.size", 100, 1, 100_000),
    /** Most results on a page. */
    PAGE_LIMIT("page.limit", 1_000, 1, 100_000),
    /** Characters of a filter. */
    FILTER_LENGTH("filter.length", 4_096, 64, 4_096),
    /** How deep parentheses, {@code not} and brackets may nest in a filter. */
    FILTER_DEPTH("filter.depth", 32, 1, 32),
    /** Comparisons in a filter. */
    FILTER_TERMS("filter.terms", 200, 1, 200),
    /** Operations of a PATCH. */
    PATCH_OPERATIONS("patch.operations", 1_000, 1, 1_000),
    /** Operations of a bulk request. */
    BULK_OPERATIONS("bulk.operations", 1_000, 1, 100_000),
    /** Bytes of a bulk request. */
    BULK_PAYLOAD("bulk.payload", 1_048_576, 1, 268_435_456);

    private final String keyword;
    private final int usual;
    private final int least;
    private final int most;

    RequestLimit(String keyword, int usual, int least, int most) {
        this.keyword = keyword;
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /**
     * Finds a limit.
     *
     * @param keyword as it stands in a setting
     * @return empty if there is none
     */
    static Optional<RequestLimit> of(String keyword) {
        return Arrays.stream(values()).filter(l -> l.keyword.equals(keyword)).findFirst();
    }

    /**
     * The limit as it stands in a setting.
     *
     * @return for instance {@code page.size}
     */
    String keyword() {
        return keyword;
    }

    /** The number unless one is set. */
    int usual() {
        return usual;
    }

    /** Whether a number can be the limit: less is of no use, and more is not known to be harmless. */
    boolean allows(int number) {
        return number >= least && number <= most;
    }

    /** What is allowed, as a message says it. */
    String allowed() {
        return "a whole number from " + least + " to " + most;
    }
}
