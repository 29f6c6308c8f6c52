package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A mailbox of an account, a child entity without setters. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Mailbox {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne
    private @Nullable Account account;

    @Column(length = 400)
    private @Nullable String address;

    @Column(length = 400)
    private @Nullable String label;

    @Column(length = 400)
    private @Nullable String kind;

    private @Nullable Boolean preferred;
}
