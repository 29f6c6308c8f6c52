package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts that work together. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Team {

    @Id
    private @Nullable UUID id;

    @Column(length = 36, unique = true)
    private @Nullable String code;

    @Version
    private int revision;

    @ManyToOne
    private @Nullable Company company;

    @Column(length = 400)
    private @Nullable String title;

    @Column(length = 400)
    private @Nullable String reference;

    private @Nullable Instant foundedAt;

    private @Nullable Instant changedAt;

    @OneToMany(mappedBy = "team", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Membership> memberships = new ArrayList<>();

    @OneToMany(mappedBy = "whole")
    private List<Subteam> parts = new ArrayList<>();

    /** One that has its own key already. */
    public static Team keyed() {
        Team team = new Team();
        team.id = UUID.randomUUID();
        return team;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public int getRevision() {
        return revision;
    }

    public @Nullable String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public List<Membership> getMemberships() {
        return memberships;
    }
}
