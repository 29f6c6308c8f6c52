package org.roster.scim.engine.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.roster.scim.event.ResourceChange;
import org.roster.scim.event.ResourceChanged;
import org.roster.scim.event.ResourceChanging;
import org.roster.scim.event.ResourceEvent;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ServiceStarting;

/** Who observes changes. CDI is asked once: where nobody does, no change costs anything more. */
@ApplicationScoped
public class ResourceEvents {

    private static final System.Logger LOG = System.getLogger(ResourceEvents.class.getName());

    private final Optional<Consumer<ResourceChanging>> changing;
    private final Optional<Consumer<ResourceChanged>> changed;

    /** Nobody observes; also for the CDI proxy. */
    public ResourceEvents() {
        this(Optional.empty(), Optional.empty());
    }

    /**
     * Asks CDI who observes.
     *
     * @param beans knows the observers
     * @param event tells them
     */
    @Inject
    public ResourceEvents(BeanManager beans, Event<ResourceEvent> event) {
        this(
                observed(beans, new ResourceChanging(example()), event::fire),
                observed(beans, new ResourceChanged(example()), event::fire));
    }

    private ResourceEvents(Optional<Consumer<ResourceChanging>> changing, Optional<Consumer<ResourceChanged>> changed) {
        this.changing = changing;
        this.changed = changed;
    }

    /**
     * Takes one observer as given.
     *
     * @param changing is told in the transaction
     * @return the events
     */
    public static ResourceEvents changing(Consumer<ResourceChanging> changing) {
        return new ResourceEvents(Optional.of(changing), Optional.empty());
    }

    /**
     * Takes one observer as given.
     *
     * @param changed is told afterwards
     * @return the events
     */
    public static ResourceEvents changed(Consumer<ResourceChanged> changed) {
        return new ResourceEvents(Optional.empty(), Optional.of(changed));
    }

    /**
     * Takes two observers as given.
     *
     * @param changing is told in the transaction
     * @param changed is told afterwards
     * @return the events
     */
    public static ResourceEvents both(Consumer<ResourceChanging> changing, Consumer<ResourceChanged> changed) {
        return new ResourceEvents(Optional.of(changing), Optional.of(changed));
    }

    private static <E> Optional<Consumer<E>> observed(BeanManager beans, E example, Consumer<E> fire) {
        return beans.resolveObserverMethods(example).stream().allMatch(method -> method.isAsync())
                ? Optional.empty()
                : Optional.of(fire);
    }

    /** CDI wants to see an event before it says who observes it. */
    private static ResourceChange example() {
        Meta meta = new Meta("", Instant.EPOCH, Instant.EPOCH, "");
        ScimResource resource = ScimResource.ofText("", meta, "{}");
        return new ResourceChange(
                new RequestContext("", new Caller("", Set.of())),
                ResourceType.of("Example", "/Examples", new Schema("urn:example", "Example", "", List.of()))
                        .build(),
                new ResourceChange.States(Optional.empty(), Optional.of(resource)),
                List.of());
    }

    /** Asks CDI at the start, and not at the first request. */
    void begin(@Observes ServiceStarting start) {
        LOG.log(
                System.Logger.Level.DEBUG,
                "SCIM12002 Changes are observed in their transaction: {0}, afterwards: {1}",
                changing.isPresent(),
                changed.isPresent());
    }

    /**
     * Whether somebody may refuse changes, or writes with them.
     *
     * @return whether {@link #changing(ResourceChange)} tells anybody
     */
    public boolean observedInTransaction() {
        return changing.isPresent();
    }

    /**
     * Whether somebody wants to know of changes.
     *
     * @return whether one of the events tells anybody
     */
    public boolean observed() {
        return changing.isPresent() || changed.isPresent();
    }

    /**
     * Tells that something is about to change.
     *
     * @param change what
     * @throws org.roster.scim.error.ScimException if an observer refuses it
     */
    public void changing(ResourceChange change) {
        changing.ifPresent(observers -> observers.accept(new ResourceChanging(change)));
    }

    /**
     * Tells that something has changed. What has happened has happened, so nobody can stop it any more.
     *
     * @param change what
     */
    public void changed(ResourceChange change) {
        try {
            changed.ifPresent(observers -> observers.accept(new ResourceChanged(change)));
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "SCIM12001 An observer failed at the change of " + change.resource() + " by request "
                            + change.context().requestId(),
                    failure);
        }
    }
}
