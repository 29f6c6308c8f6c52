package org.roster.scim.engine.admin;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;

/** The body of a request to lift the brake, as JSON-B reads it. */
public final class LiftBody {

    static final Set<String> MEMBERS = Set.of("seconds");

    private static final int DEFAULT = 3_600;
    private static final int LONGEST = 7 * 24 * 3_600;

    private @Nullable Integer seconds;

    /** For JSON-B. */
    public LiftBody() {
        // all are unassigned
    }

    /**
     * Member {@code seconds}.
     *
     * @param value for how long everything is let through
     */
    public void setSeconds(@Nullable Integer value) {
        this.seconds = value;
    }

    int seconds() {
        int wanted = seconds == null ? DEFAULT : seconds;
        if (wanted < 1 || wanted > LONGEST) {
            throw ScimException.invalidValue("seconds must be from 1 to " + LONGEST);
        }
        return wanted;
    }
}
