package org.roster.scim.engine.bulk;

import java.util.UUID;
import org.roster.scim.fixture.Directory;
import org.roster.scim.spi.ResourceStore;

/** Bulk requests as a whole, on a store that a class brings which extends this one (RFC 7644 §3.7). */
public abstract class BulkContract
        implements ResultContract,
                ReferenceContract,
                CircleContract,
                PermissionContract,
                RevocationContract,
                EventContract,
                ThousandContract {

    private final Desk desk;

    /** Any store, empty or not: each test has a tenant of its own. */
    protected BulkContract(ResourceStore store) {
        desk = new Desk(new Directory(store, "bulk-" + UUID.randomUUID()));
    }

    @Override
    public Desk desk() {
        return desk;
    }
}
