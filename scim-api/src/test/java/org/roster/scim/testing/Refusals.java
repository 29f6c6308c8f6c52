package org.roster.scim.testing;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.roster.scim.error.ScimException;
import org.roster.scim.error.ScimType;

/** A refusal is a 400 with a keyword and a sentence. */
public final class Refusals {

    private Refusals() {}

    /** Checks status and keyword; what comes back is the sentence. */
    public static AbstractStringAssert<?> assertRefused(ScimType type, ThrowingCallable call) {
        ScimException refusal = assertThatExceptionOfType(ScimException.class)
                .isThrownBy(call)
                .satisfies(e -> {
                    Assertions.assertThat(e.scimType()).contains(type);
                    Assertions.assertThat(e.status()).isEqualTo(400);
                })
                .actual();
        return Assertions.assertThat(refusal.detail());
    }
}
