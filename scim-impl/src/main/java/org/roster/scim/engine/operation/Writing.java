package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.roster.scim.error.ScimException;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.Revocation;
import org.roster.scim.spi.Revocation.Reason;

/**
 * Creates, changes and deletes resources. Who observes that is asked in the transaction, or before the change if the store
 * has none; when it has taken effect, the rest follows.
 *
 * @param stores where resources are kept
 * @param permission notes for the audit what an observer refuses
 * @param consequences of what took effect
 */
record Writing(Stores stores, Permission permission, Consequences consequences) {

    /**
     * What a store did.
     *
     * @param resource after it, or as it was
     * @param revocation whose sessions end by it
     * @param change what observers see of it; empty if nothing happened or nobody observes
     */
    private record Done(ScimResource resource, Optional<Revocation> revocation, Optional<ResourceChange> change) {}

    /** What is to be done. */
    @FunctionalInterface
    private interface Work {
        /**
         * Does it.
         *
         * @param stores to do it in
         * @param before whom to ask before anything changes; empty if nobody, or if it can be undone afterwards
         */
        Done on(Stores stores, Optional<Consumer<ResourceChange>> before);
    }

    ScimResource create(RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
        Told told = new Told(context, type);
        return carryOut(type, (here, before) -> {
            ResourceStore.Creates store = here.with(ResourceStore.Creates.class, type);
            before.ifPresent(ask -> ask.accept(told.created("", unknown(type), attributes)));
            ScimResource created = store.create(context, type, attributes, projection);
            return new Done(
                    created,
                    Optional.empty(),
                    ifObserved(() -> Optional.of(told.created(created.id(), created.meta(), attributes))));
        });
    }

    private static Meta unknown(ResourceType type) {
        return new Meta(type.name(), DateTimes.now(), DateTimes.now(), "");
    }

    ScimResource update(RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        Told told = new Told(context, key.type());
        return carryOut(key.type(), (here, before) -> {
            ResourceStore.Updates store = here.changing(ResourceStore.Updates.class, key.type(), update.precondition());
            RevokingUpdate revoking = new RevokingUpdate(context, update);
            if (!consequences.observed()) {
                ScimResource after = store.update(context, key, revoking, projection);
                return new Done(after, revoking.revocation(), Optional.empty());
            }
            WatchedUpdate watched = new WatchedUpdate(told, revoking, before);
            ScimResource after = store.update(context, key, watched, projection);
            return new Done(after, revoking.revocation(), watched.change(after.meta()));
        });
    }

    ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
        Told told = new Told(context, key.type());
        return carryOut(key.type(), (here, before) -> {
            ResourceStore.Deletes store = here.changing(ResourceStore.Deletes.class, key.type(), precondition);
            before.ifPresent(ask -> here.readable(key.type())
                    .flatMap(reads -> reads.read(context, key, Projection.DEFAULT))
                    .ifPresent(found -> {
                        precondition.check(found.meta().version());
                        ask.accept(told.deleted(found));
                    }));
            ScimResource gone = store.delete(context, key, precondition);
            return new Done(
                    gone,
                    RevokingUpdate.revocation(context.tenant(), gone, Reason.DELETED),
                    ifObserved(() -> Optional.of(told.deleted(gone))));
        });
    }

    private ScimResource carryOut(ResourceType type, Work work) {
        Done done = asked(type, work);
        done.revocation().ifPresent(consequences::revoke);
        done.change().ifPresent(consequences::changed);
        return done.resource();
    }

    private Done asked(ResourceType type, Work work) {
        if (!consequences.events().observedInTransaction()) {
            return work.on(stores, Optional.empty());
        }
        Optional<ResourceStore.Atomic> atomic = stores.findAtomic(Set.of(type));
        if (atomic.isEmpty()) {
            return work.on(stores, Optional.of(this::ask));
        }
        return atomic.get().atomically(inside -> {
            Done done = work.on(stores.inside(inside), Optional.empty());
            done.change().ifPresent(this::ask);
            return done;
        });
    }

    private void ask(ResourceChange change) {
        try {
            consequences.events().changing(change);
        } catch (ScimException veto) {
            permission.vetoed(veto);
            throw veto;
        }
    }

    private Optional<ResourceChange> ifObserved(Supplier<Optional<ResourceChange>> change) {
        return consequences.observed() ? change.get() : Optional.empty();
    }
}
