package org.roster.scim.fuzz;

import java.util.function.Supplier;
import org.roster.scim.error.ScimException;

/** What must be true whatever comes in. An error that is thrown here is a finding. */
final class Claim {

    private static final int LONGEST_DETAIL = 1_100;

    private Claim() {}

    static void holds(boolean condition, Supplier<String> otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise.get());
        }
    }

    /** A refusal blames the caller, says why, and does not send back a megabyte. */
    static void helps(ScimException refusal) {
        holds(
                refusal.status() >= 400 && refusal.status() < 500,
                () -> refusal.status() + " is no answer to bad input: " + refusal.detail());
        holds(
                !refusal.detail().isBlank() && refusal.detail().length() <= LONGEST_DETAIL,
                () -> "a detail of " + refusal.detail().length() + " characters");
    }
}
