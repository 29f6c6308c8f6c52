package org.roster.scim.oracle;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.fixture.TestSchemas;

/** Compiled changes in the memory store are what {@link NaivePatch} does to the resource. */
@Timeout(7_200)
class PatchOracleTest {

    @Test
    @Tag("P-3.5.2-06")
    @Tag("P-3.5.2-07")
    void the_memory_store_patches_as_a_second_interpreter_does() {
        PatchComparison.run(new MemoryResourceStore(TestSchemas.REGISTRY), Trial.share("patches, memory", 80));
    }
}
