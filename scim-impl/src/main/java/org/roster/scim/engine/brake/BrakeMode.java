package org.roster.scim.engine.brake;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the brake does. */
public enum BrakeMode {
    /** Nothing, and it costs nothing. */
    OFF,
    /** It tells. */
    WARN,
    /** It tells and refuses. */
    HOLD;

    static BrakeMode of(String text) {
        return Arrays.stream(values())
                .filter(mode -> mode.keyword().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("roster.brake is \"" + text + "\"; it must be one of "
                        + Arrays.stream(values()).map(BrakeMode::keyword).collect(Collectors.joining(", "))));
    }

    private String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
