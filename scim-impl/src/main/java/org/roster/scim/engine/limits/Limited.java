package org.roster.scim.engine.limits;

import java.util.Locale;

/** Who has a limit. */
enum Limited {
    CREDENTIAL("this credential"),
    TENANT("the credentials of your tenant together"),
    ADDRESS("your address without a credential");

    private final String words;

    Limited(String words) {
        this.words = words;
    }

    /** As the caller is told. */
    String words() {
        return words;
    }

    /** As the operator is told. */
    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
