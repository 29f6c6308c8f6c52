package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Which team is part of which other one. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Subteam {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne
    private @Nullable Team whole;

    @ManyToOne
    private @Nullable Team part;
}
