package org.roster.scim.it.product;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** People who work on something together. */
@Entity
@Table(name = "staff_team")
public class Team {

    @Id
    @Column(name = "id", length = 36)
    private String id = UUID.randomUUID().toString();

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "company", nullable = false, length = 40)
    private String company;

    @Column(name = "name", nullable = false, length = 120)
    private String name;

    @Column(name = "directory_key", length = 120)
    private String directoryKey;

    @OneToMany(mappedBy = "team", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<TeamMembership> memberships = new ArrayList<>();

    protected Team() {}

    public Team(String company, String name) {
        this.company = company;
        this.name = name;
    }

    public void take(Account account, TeamRole role) {
        memberships.add(new TeamMembership(this, account, role));
    }

    public String id() {
        return id;
    }

    public String directoryKey() {
        return directoryKey;
    }

    public String name() {
        return name;
    }

    public List<TeamMembership> memberships() {
        return List.copyOf(memberships);
    }
}
