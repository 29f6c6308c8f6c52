package org.roster.scim.engine.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the requests of a client are read. */
public enum Mode {
    /** By the RFC. What it would refuse and a real client sends all the same is understood, unless that is switched off. */
    RFC,
    /** By the SCIM 2.0 Interoperability Profile: what is doubtful is refused. */
    INTEROP_PROFILE,
    /** With the habits of every client that we know, also where the RFC gives a request another meaning. */
    COMPAT,
    /** With the habits of Microsoft Entra ID. */
    ENTRA,
    /** With the habits of Okta. */
    OKTA,
    /** With the habits of OneLogin. */
    ONELOGIN;

    /**
     * The mode as it stands in a setting.
     *
     * @return for instance {@code interop-profile}
     */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Mode of(String text, String setting) {
        return Arrays.stream(values())
                .filter(m -> m.keyword().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(setting + " has \"" + text.strip() + "\"; known are "
                        + Arrays.stream(values()).map(Mode::keyword).collect(Collectors.joining(", "))));
    }
}
