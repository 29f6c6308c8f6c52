package org.roster.scim.engine.store;

import java.util.UUID;
import org.roster.scim.fixture.Directory;
import org.roster.scim.spi.ResourceStore;

/**
 * What every store must do. A store is tested by a class that extends this one and brings the store; what the
 * contract holds is in the interfaces, one per topic.
 */
public abstract class ResourceStoreContract
        implements LifecycleContract,
                VersionContract,
                UniquenessContract,
                FilterContract,
                LongTextContract,
                SortAndPageContract,
                AcrossTypesContract,
                CursorContract,
                CursorWalkContract,
                MembershipContract,
                MemberPatchContract,
                ReferencesContract,
                CustomSchemaContract,
                TenantContract,
                AtomicContract,
                ConcurrencyContract {

    private final Directory directory;
    private final Directory elsewhere;

    /** Any store, empty or not: each test has tenants of its own. */
    protected ResourceStoreContract(ResourceStore store) {
        directory = new Directory(store, "tenant-" + UUID.randomUUID());
        elsewhere = new Directory(store, "other-" + UUID.randomUUID());
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Directory elsewhere() {
        return elsewhere;
    }
}
