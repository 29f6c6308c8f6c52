package org.roster.scim.it.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** Who is in which team, and as what. */
@Entity
@Table(name = "staff_team_membership")
public class TeamMembership {

    @Id
    @Column(name = "id", length = 36)
    private String id = UUID.randomUUID().toString();

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "team")
    private Team team;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account")
    private Account account;

    @Enumerated(EnumType.STRING)
    @Column(name = "team_role", nullable = false, length = 20)
    private TeamRole role = TeamRole.MEMBER;

    protected TeamMembership() {}

    TeamMembership(Team team, Account account, TeamRole role) {
        this.team = team;
        this.account = account;
        this.role = role;
    }

    public Team team() {
        return team;
    }

    public Account account() {
        return account;
    }

    public TeamRole role() {
        return role;
    }
}
