package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What accounts work on; the account's side of the many-to-many is the one that is written. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Project {

    @Id
    @GeneratedValue
    private long id;

    @Version
    private int revision;

    @ManyToOne
    private @Nullable Company company;

    private @Nullable String name;

    @ManyToMany(mappedBy = "projects")
    private List<Account> people = new ArrayList<>();

    public List<Account> getPeople() {
        return people;
    }
}
