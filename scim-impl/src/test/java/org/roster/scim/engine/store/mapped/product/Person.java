package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A name; it has no setters. */
@Embeddable
public class Person {

    @Column(length = 400)
    private @Nullable String firstName;

    @Column(length = 400)
    private @Nullable String lastName;

    public @Nullable String getFirstName() {
        return firstName;
    }

    public @Nullable String getLastName() {
        return lastName;
    }
}
