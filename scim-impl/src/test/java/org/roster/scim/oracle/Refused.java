package org.roster.scim.oracle;

import java.util.Set;

/** What an oracle throws where a request must be refused. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Set<String> answers;

    Refused(Set<String> answers, String why) {
        super(answers + ": " + why, null, false, false);
        this.answers = Set.copyOf(answers);
    }

    static Refused filter(String why) {
        return new Refused(Set.of("400 invalidFilter"), why);
    }

    Set<String> answers() {
        return answers;
    }

    /** Whether this status and scimType is an answer to what was wrong; of several mistakes any may be named. */
    public boolean allows(String answer) {
        return answers.contains(answer);
    }
}
