package org.roster.scim.engine.operation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceStore;

/**
 * What the service can do, as its stores say it. ServiceProviderConfig speaks of the service and not of a resource type (RFC
 * 7643 §5), and a client does what it reads there to whatever it finds. So a capability is there if each published type has
 * it, and what a few types can do beyond that they do unclaimed. Bulk is there if anything can be written: it refuses one
 * operation and carries out the next.
 *
 * @param patch whether any resource can be changed
 * @param bulk whether there is something to write
 * @param filter whether any type can be queried, by index
 * @param sort whether any query can be sorted
 * @param etag whether any resource has versions
 * @param cursor whether any query can be paged by cursor
 */
public record Capabilities(boolean patch, boolean bulk, boolean filter, boolean sort, boolean etag, boolean cursor) {

    /**
     * Asks the stores.
     *
     * @param stores those of the service
     * @param types those that are published
     * @return nothing at all if there is no type
     */
    public static Capabilities of(Stores stores, List<ResourceType> types) {
        List<Optional<ResourceStore>> keepers =
                types.stream().map(stores::findOf).toList();
        boolean filter = everywhere(keepers, ResourceStore.Queries.class::isInstance);
        return new Capabilities(
                everywhere(keepers, ResourceStore.Updates.class::isInstance),
                keepers.stream().flatMap(Optional::stream).anyMatch(Capabilities::writes),
                filter,
                filter && everywhere(keepers, store -> store.features().sort()),
                everywhere(keepers, store -> store.features().versions()),
                filter && everywhere(keepers, store -> store.features().cursors()));
    }

    private static boolean writes(ResourceStore store) {
        return store instanceof ResourceStore.Creates
                || store instanceof ResourceStore.Updates
                || store instanceof ResourceStore.Deletes;
    }

    private static boolean everywhere(List<Optional<ResourceStore>> keepers, Predicate<ResourceStore> ability) {
        return !keepers.isEmpty()
                && keepers.stream().allMatch(keeper -> keeper.filter(ability).isPresent());
    }
}
