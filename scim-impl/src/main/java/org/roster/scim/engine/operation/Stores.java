package org.roster.scim.engine.operation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Page;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceStore;

/** Finds the store of a resource type, and asks it for a capability. */
@ApplicationScoped
public class Stores {

    /** Where a store stands that says nothing about it. */
    private static final int OWN = 1_000;

    private final List<ResourceStore> stores;

    /** For the CDI proxy. */
    protected Stores() {
        this(List.of());
    }

    /**
     * Takes every store that CDI knows, in the order of their {@link Priority}: the smallest number is asked first, a store
     * without one like one with 1000. The directory, which keeps everything, has the greatest.
     *
     * @param stores beans of type {@link ResourceStore}
     */
    @Inject
    public Stores(@Any Instance<ResourceStore> stores) {
        this(stores.handlesStream()
                .sorted(Comparator.comparingInt(
                        handle -> priority(handle.getBean().getBeanClass())))
                .map(Instance.Handle::get)
                .toList());
    }

    private static int priority(Class<?> store) {
        @Nullable Priority priority = store.getAnnotation(Priority.class);
        return priority == null ? OWN : priority.value();
    }

    private Stores(List<ResourceStore> stores) {
        this.stores = stores;
    }

    /**
     * Takes stores as given.
     *
     * @param stores the first that keeps a type is asked
     * @return the stores
     */
    public static Stores of(List<ResourceStore> stores) {
        return new Stores(List.copyOf(stores));
    }

    /** The same stores, of which one works inside of a transaction now: what it keeps is found there. */
    Stores inside(ResourceStore running) {
        return of(Stream.concat(Stream.of(running), stores.stream()).toList());
    }

    /**
     * Finds the store of a type.
     *
     * @param type a resource type
     * @return the store that keeps it
     */
    public ResourceStore of(ResourceType type) {
        return keeper(type).orElseThrow(() -> ScimException.of(501, "no store keeps resources of type " + type.name()));
    }

    /**
     * Finds the store of a type.
     *
     * @param type a resource type
     * @return empty if no store keeps it
     */
    public Optional<ResourceStore> findOf(ResourceType type) {
        return keeper(type);
    }

    /** The store of a type, if it can read. */
    Optional<ResourceStore.Reads> readable(ResourceType type) {
        return keeper(type).filter(ResourceStore.Reads.class::isInstance).map(ResourceStore.Reads.class::cast);
    }

    /** Whether resources of a type are kept where they can be found. */
    boolean canQuery(ResourceType type) {
        return keeper(type).filter(ResourceStore.Queries.class::isInstance).isPresent();
    }

    private Optional<ResourceStore> keeper(ResourceType type) {
        for (ResourceStore store : stores) {
            if (store.keeps(type)) {
                return Optional.of(store);
            }
        }
        return Optional.empty();
    }

    /**
     * Finds the store that answers a query.
     *
     * @param query for at least one type
     * @return the store that keeps all of its types
     * @throws ScimException 501 if there is no such store, or it cannot do what the query asks for
     */
    ResourceStore.Queries queryable(Query query) {
        List<Selection> selections = query.selections();
        ResourceStore.Queries store =
                with(ResourceStore.Queries.class, selections.get(0).type());
        if (selections.size() > 1
                && (!store.features().acrossTypes()
                        || !selections.stream()
                                .allMatch(s -> with(ResourceStore.Queries.class, s.type())
                                        .equals(store)))) {
            throw ScimException.of(
                    501,
                    "resources of the types " + names(query)
                            + " cannot be queried together; query each at its endpoint");
        }
        if (query.order().sort().attribute().isPresent() && !store.features().sort()) {
            throw ScimException.of(501, "sorting is not supported for resources of type " + names(query));
        }
        if (query.order().page() instanceof Page.ByCursor && !store.features().cursors()) {
            throw ScimException.of(501, "paging by cursor is not supported for resources of type " + names(query));
        }
        return store;
    }

    private static String names(Query query) {
        return query.types().stream().map(ResourceType::name).collect(Collectors.joining(", "));
    }

    /**
     * Finds the store of a type, with a capability.
     *
     * @param type a resource type
     * @param capability for instance {@link ResourceStore.Deletes}
     * @param <C> the capability
     * @return the store
     * @throws ScimException 501 if the store does not have it
     */
    <C extends ResourceStore> C with(Class<C> capability, ResourceType type) {
        ResourceStore store = of(type);
        if (!capability.isInstance(store)) {
            throw ScimException.of(501, "this operation is not supported for resources of type " + type.name());
        }
        return capability.cast(store);
    }

    /**
     * Finds the store of a type, with a capability, for a change that may be meant for one version only.
     *
     * @param capability for instance {@link ResourceStore.Deletes}
     * @param type a resource type
     * @param precondition which version is meant
     * @param <C> the capability
     * @return the store
     * @throws ScimException 501 if the store does not have the capability, or has no versions and one is asked for
     */
    <C extends ResourceStore> C changing(Class<C> capability, ResourceType type, Precondition precondition) {
        C store = with(capability, type);
        if (!precondition.equals(Precondition.NONE) && !store.features().versions()) {
            throw ScimException.of(
                    501,
                    "resources of type " + type.name() + " have no versions; ask without a condition on the version");
        }
        return store;
    }

    /**
     * Finds the one store of some types that can carry out several calls as one.
     *
     * @param types resource types
     * @return the store
     * @throws ScimException 501 if one of them is kept nowhere; 409 if there is none (RFC 7644 §3.7.1 leaves it to the service to give up)
     */
    ResourceStore.Atomic atomic(Collection<ResourceType> types) {
        types.forEach(this::of);
        return findAtomic(types)
                .orElseThrow(() -> ScimException.of(
                        409,
                        "these resources refer to one another in a circle, and where they are kept they cannot be created"
                                + " at once; create them without the references and add those afterwards"));
    }

    /**
     * Finds the one store of some types that can carry out several calls as one.
     *
     * @param types resource types
     * @return the store; empty if there is none
     */
    Optional<ResourceStore.Atomic> findAtomic(Collection<ResourceType> types) {
        List<Optional<ResourceStore>> keepers =
                types.stream().map(this::keeper).distinct().toList();
        return keepers.size() == 1
                ? keepers.get(0).filter(ResourceStore.Atomic.class::isInstance).map(ResourceStore.Atomic.class::cast)
                : Optional.empty();
    }
}
