package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.RandomResources;
import org.roster.scim.fixture.RandomValues;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.oracle.Trial;
import org.roster.scim.schema.ResourceType;

class ResourceIndexTest {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** An update writes the entries of what differs alone, and the index must be that of the new document then. */
    @Test
    void the_entries_of_what_differs_make_one_document_of_the_other() {
        Trial trial = Trial.share("entries", 1);
        RandomResources resources = new RandomResources(RandomValues.few(trial.random()));
        int less = 0;
        for (int i = 0; i < trial.cases(); i++) {
            for (ResourceType type : TestSchemas.REGISTRY.resourceTypes()) {
                JsonObject before = resources.next(type, i).attributes();
                JsonObject after = mixed(before, resources.next(type, i).attributes(), trial);

                Set<IndexEntry> gone = ResourceIndex.entries(type, before, after);
                Set<IndexEntry> come = ResourceIndex.entries(type, after, before);
                Set<IndexEntry> all = new HashSet<>(ResourceIndex.entries(type, before));

                assertThat(all).as(trial.seed()).containsAll(gone);
                less += all.size() - gone.size();
                all.removeAll(gone);
                all.addAll(come);
                assertThat(all)
                        .as("%s%nbefore %s%nafter %s", trial.seed(), before, after)
                        .isEqualTo(ResourceIndex.entries(type, after));
            }
        }
        assertThat(less).as("entries that were left out").isPositive();
        trial.done(less + " entries left out");
    }

    /** Each attribute and each extension from the one or the other document, or from neither. */
    private static JsonObject mixed(JsonObject one, JsonObject other, Trial trial) {
        JsonObjectBuilder mixed = JSON.createObjectBuilder();
        Set<String> names = new HashSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            JsonObject from = trial.random().nextInt(3) == 0 ? other : one;
            JsonValue value = from.get(name);
            if (value != null) {
                mixed.add(name, value);
            }
        }
        return mixed.build();
    }
}
