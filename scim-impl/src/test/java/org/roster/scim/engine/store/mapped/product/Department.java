package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** A department of a company. */
@Entity
public class Department {

    @Id
    private long id;

    @ManyToOne
    private @Nullable Company company;

    private @Nullable String name;

    protected Department() {}

    public Department(long id, @Nullable Company company, String name) {
        this.id = id;
        this.company = company;
        this.name = name;
    }

    public long getId() {
        return id;
    }

    public @Nullable Company getCompany() {
        return company;
    }

    public @Nullable String getName() {
        return name;
    }
}
