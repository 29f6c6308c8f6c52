package org.roster.scim.engine.limits;

import org.roster.scim.engine.configuration.Limit;
import org.roster.scim.engine.limits.Usage.Verdict;
import org.roster.scim.error.ScimException;

/**
 * Why a request is refused.
 *
 * @param limited whose limit it is
 * @param limit the limit
 * @param verdict what was wrong
 */
record Refusal(Limited limited, Limit limit, Verdict verdict) {

    private int seconds() {
        return verdict.seconds();
    }

    /** The answer: which limit it was, and what to do (RFC 6585 §4). */
    ScimException error() {
        return ScimException.tooManyRequests(
                verdict.kind() == Verdict.Kind.CROWDED ? crowded() : tooEarly(), seconds());
    }

    private String tooEarly() {
        return "too many requests of " + limited.words() + ", which may make " + limit.rate() + " per second and "
                + limit.most() + " at once; try again in " + seconds() + " s";
    }

    private String crowded() {
        return "too many requests of " + limited.words() + " at the same time, which may have " + limit.concurrent()
                + " under way; wait for the answer to one of them";
    }
}
