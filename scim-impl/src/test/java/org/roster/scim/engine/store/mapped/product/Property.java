package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of the product's key-value table. */
@Embeddable
public class Property {

    @Column(name = "property_name")
    private @Nullable String name;

    @Column(name = "property_value", length = 400)
    private @Nullable String value;

    protected Property() {}

    public Property(String name, String value) {
        this.name = name;
        this.value = value;
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getValue() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Property p && Objects.equals(p.name, name) && Objects.equals(p.value, value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, value);
    }
}
