package org.roster.scim.engine.admin;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/** The body of a request for a new secret, as JSON-B reads it. */
public final class RotationBody {

    static final Set<String> MEMBERS = Set.of("overlapSeconds");

    private static final Duration DEFAULT = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(90);

    private @Nullable Integer overlapSeconds;

    /** For JSON-B. */
    public RotationBody() {
        // all are unassigned
    }

    /**
     * Member {@code overlapSeconds}.
     *
     * @param value for how long the old secret is good beside the new one
     */
    public void setOverlapSeconds(@Nullable Integer value) {
        this.overlapSeconds = value;
    }

    Duration overlap() {
        Duration overlap = overlapSeconds == null ? DEFAULT : Duration.ofSeconds(overlapSeconds);
        if (overlap.isNegative() || overlap.compareTo(LONGEST) > 0) {
            throw ScimException.invalidValue(
                    "overlapSeconds must be from 0 to " + LONGEST.toSeconds() + "; with 0 the old secret ends now");
        }
        return overlap;
    }
}
