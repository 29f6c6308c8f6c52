package org.roster.scim.kit.store;

import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;
import org.roster.scim.fixture.Directory;
import org.roster.scim.kit.AbortedTests;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.ResourceStore;

/**
 * What every store must do. A store is tested by a class that extends this one and brings the store:
 *
 * <pre>{@code
 * class MyStoreTest extends ResourceStoreContract {
 *     MyStoreTest() {
 *         super(new MyStore(), MySchemas.registry());
 *     }
 * }
 * }</pre>
 *
 * <p>The contract follows the store. A test that needs a capability, a resource type or an attribute that is not there is
 * aborted, and says what is missing ({@link org.roster.scim.kit.MayAbort} says how many may be); that the service refuses and does not claim what the store cannot do is tested by
 * {@link RefusalContract}. What the contract holds is in the interfaces, one per topic.
 */
@ExtendWith(AbortedTests.class)
public abstract class ResourceStoreContract
        implements RefusalContract,
                LifecycleContract,
                VersionContract,
                UniquenessContract,
                PeopleContract,
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

    /**
     * Takes a store, empty or not: each test has tenants of its own.
     *
     * @param store the store; one without tenants has to be emptied before each test
     * @param registry the resource types of the service, as the store knows them
     */
    protected ResourceStoreContract(ResourceStore store, SchemaRegistry registry) {
        directory = new Directory(store, "tenant-" + UUID.randomUUID(), registry);
        elsewhere = new Directory(store, "other-" + UUID.randomUUID(), registry);
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public Directory elsewhere() {
        if (!keepsTenantsApart()) {
            throw new TestAbortedException("the store has one tenant");
        }
        return elsewhere;
    }
}
