package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A customer of the product: a tenant. */
@Entity
public class Company {

    @Id
    private long id;

    private @Nullable String code;

    protected Company() {}

    public Company(long id, String code) {
        this.id = id;
        this.code = code;
    }

    public long getId() {
        return id;
    }

    public @Nullable String getCode() {
        return code;
    }
}
