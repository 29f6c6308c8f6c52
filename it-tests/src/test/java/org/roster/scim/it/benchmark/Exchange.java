package org.roster.scim.it.benchmark;

import java.util.function.Predicate;

/** A request, and how to tell whether its answer is right. */
final class Exchange {

    private final byte[] request;
    private final Predicate<Answer> expected;

    Exchange(byte[] request, Predicate<Answer> expected) {
        this.request = request;
        this.expected = expected;
    }

    byte[] request() {
        return request;
    }

    boolean right(Answer answer) {
        return expected.test(answer);
    }
}
