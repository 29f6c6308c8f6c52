package org.roster.scim.engine.store.mapped.product;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A group of another kind: who uses a device is a many-to-many. It has no version. */
@Entity
@SuppressWarnings({"unused", "UnusedVariable"}) // fields are for JPA
public class Device {

    @Id
    private @Nullable String serial;

    private @Nullable String label;

    private @Nullable String owner;

    private @Nullable Instant lostSince;

    private @Nullable Instant scrappedSince;

    @ManyToMany
    @JoinTable(name = "DeviceUsers")
    private Set<Account> users = new HashSet<>();

    public @Nullable String getSerial() {
        return serial;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public Set<Account> getUsers() {
        return users;
    }
}
