package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Who is in which team, and as what. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Membership {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne
    private @Nullable Team team;

    @ManyToOne
    private @Nullable Account account;

    @Column(name = "team_role", nullable = false)
    private @Nullable String role;

    public long getId() {
        return id;
    }

    public @Nullable Team getTeam() {
        return team;
    }

    public @Nullable Account getAccount() {
        return account;
    }

    public @Nullable String getRole() {
        return role;
    }
}
