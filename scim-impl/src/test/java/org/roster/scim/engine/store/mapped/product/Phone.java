package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A phone of an account, a child entity. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Phone {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne
    private @Nullable Account account;

    @Column(name = "phone_number", length = 400)
    private @Nullable String number;

    @Column(length = 400)
    private @Nullable String kind;

    /** Nothing that SCIM knows. */
    private @Nullable String note;

    public long getId() {
        return id;
    }

    public @Nullable Account getAccount() {
        return account;
    }

    public void setAccount(Account account) {
        this.account = account;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
