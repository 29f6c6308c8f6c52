package org.roster.scim.engine.brake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.Brake;
import org.roster.scim.spi.BrakeBook;
import org.roster.scim.spi.BrakeState;
import org.roster.scim.spi.BrakeTripped;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ServiceStarting;

/**
 * Lets so many deactivations and deletions through within a window of time, of each tenant and resource type. The one that
 * would be too many trips the brake: from then on it refuses all of them, on all nodes, until an administrator lifts it,
 * because an accident that goes on after an hour is no better. If it only warns, it stops to do so when there are fewer again.
 *
 * <p>The window slides in steps of a sixtieth, and is never shorter than it should be.
 */
@ApplicationScoped
public class AccidentBrake implements Brake {

    private static final System.Logger LOG = System.getLogger(AccidentBrake.class.getName());
    private static final int STEPS = 60;

    /** So soon a client may ask again: somebody may have lifted the brake. */
    private static final int RETRY_AFTER_SECONDS = 300;

    private final BrakeMode mode;
    private final Most most;
    private final Duration window;
    private final BrakeBook book;
    private final Clock clock;
    private final Consumer<BrakeTripped> alert;

    /** For the CDI proxy. */
    @SuppressWarnings("NullAway")
    protected AccidentBrake() {
        this(new Configuration(name -> null, Map.of()), null, Clock.systemUTC(), tripped -> {});
    }

    /**
     * Reads the settings.
     *
     * @param configuration has them
     * @param book keeps what is counted
     * @param event whom to tell
     */
    @Inject
    public AccidentBrake(Configuration configuration, BrakeBook book, Event<BrakeTripped> event) {
        this(configuration, book, Clock.systemUTC(), event::fireAsync);
    }

    /**
     * Reads the settings.
     *
     * @param configuration has them
     * @param book keeps what is counted
     * @param clock says what time it is
     * @param alert whom to tell
     */
    public AccidentBrake(Configuration configuration, BrakeBook book, Clock clock, Consumer<BrakeTripped> alert) {
        this.mode = BrakeMode.of(configuration.brake());
        this.most = Most.of(configuration.brakeMost());
        this.window = Duration.ofSeconds(configuration.brakeWindow());
        this.book = book;
        this.clock = clock;
        this.alert = alert;
    }

    /** Called at start, so that a setting that cannot be used is found then. */
    void ready(@Observes ServiceStarting start) {
        // The constructor has read everything.
    }

    @Override
    public boolean isOn() {
        return mode != BrakeMode.OFF;
    }

    @Override
    public BrakeState count(ResourceType type, BrakeState state, LongSupplier resources) {
        Instant now = clock.instant();
        if (now.isBefore(state.lifted())) {
            return state;
        }
        if (mode == BrakeMode.HOLD && state.tripped().isPresent()) {
            throw refusal(type, most.of(state.resources()));
        }
        BrakeState recent = within(state, now, resources);
        long allowed = most.of(recent.resources());
        boolean tooMany = recent.total() >= allowed;
        if (mode == BrakeMode.HOLD) {
            if (tooMany) {
                throw refusal(type, allowed);
            }
            return plusOne(recent, Optional.empty(), now);
        }
        return plusOne(recent, tooMany ? recent.tripped().or(() -> Optional.of(now)) : Optional.empty(), now);
    }

    @Override
    public void tripped(RequestContext context, ResourceType type) {
        Instant now = clock.instant();
        boolean first = mode == BrakeMode.WARN
                || book.change(
                                context.tenant(),
                                type.name(),
                                state -> state.tripped().isPresent() || now.isBefore(state.lifted())
                                        ? state
                                        : with(state, Optional.of(now), state.lifted()))
                        .tripped()
                        .isEmpty();
        if (first) {
            tell(context, type);
        }
    }

    private void tell(RequestContext context, ResourceType type) {
        BrakeState state = book.read(context.tenant(), type.name());
        long allowed = most.of(state.resources());
        LOG.log(
                System.Logger.Level.WARNING,
                mode == BrakeMode.HOLD
                        ? "SCIM09501 The brake holds: {0} wants to deactivate or delete more than {1} resources of type {2} "
                                + "of the tenant {3} within {4} seconds. All such requests are refused until it is lifted"
                        : "SCIM09502 {0} deactivates or deletes more than {1} resources of type {2} of the tenant {3} within "
                                + "{4} seconds. The brake only warns",
                context.caller().name(),
                allowed,
                type.name(),
                context.tenant(),
                window.toSeconds());
        alert.accept(new BrakeTripped(
                context.tenant(),
                type.name(),
                context.caller().name(),
                state.total(),
                allowed,
                window,
                mode == BrakeMode.HOLD));
    }

    /**
     * How the brake stands, for an administrator. It need not be on.
     *
     * @param tenant whose
     * @param resourceType name of the resource type
     * @return as it is now, on all nodes
     */
    public BrakeStatus status(String tenant, String resourceType) {
        BrakeState state = book.read(tenant, resourceType);
        Instant now = clock.instant();
        return new BrakeStatus(
                mode,
                recent(state, now).values().stream()
                        .mapToLong(Integer::longValue)
                        .sum(),
                most.of(state.resources()),
                window,
                state.tripped(),
                Optional.of(state.lifted()).filter(now::isBefore));
    }

    /**
     * Lifts the brake: what was counted is forgotten, and until then everything is let through. With the present time it is
     * released and counts anew at once.
     *
     * @param tenant whose
     * @param resourceType name of the resource type
     * @param until until when nothing is counted
     * @param act of the administrator, for the audit
     */
    public void lift(String tenant, String resourceType, Instant until, Attempt act) {
        book.overrule(
                tenant,
                resourceType,
                state -> new BrakeState(Map.of(), state.resources(), state.counted(), Optional.empty(), until),
                act);
        LOG.log(
                System.Logger.Level.INFO,
                "SCIM09503 The brake for resources of type {0} of the tenant {1} is lifted until {2}",
                resourceType,
                tenant,
                until);
    }

    private ScimException refusal(ResourceType type, long allowed) {
        return ScimException.tooManyRequests(
                "the brake holds: more than " + allowed + " resources of type " + type.name()
                        + " were to be deactivated or deleted within " + window.toSeconds()
                        + " s, which looks like an accident; nothing was changed, and none will be deactivated or deleted until an "
                        + "administrator of this service lifts the brake",
                RETRY_AFTER_SECONDS);
    }

    private BrakeState within(BrakeState state, Instant now, LongSupplier resources) {
        boolean fresh =
                !most.percentage() || Duration.between(state.counted(), now).compareTo(step()) < 0;
        return new BrakeState(
                recent(state, now),
                fresh ? state.resources() : resources.getAsLong(),
                fresh ? state.counted() : now,
                state.tripped(),
                state.lifted());
    }

    /** Without what lies before the window. */
    private Map<Long, Integer> recent(BrakeState state, Instant now) {
        long from = now.minus(window).minus(step()).getEpochSecond();
        Map<Long, Integer> recent = new TreeMap<>(state.changes());
        recent.keySet().removeIf(second -> second <= from);
        return recent;
    }

    private BrakeState plusOne(BrakeState state, Optional<Instant> tripped, Instant now) {
        Map<Long, Integer> changes = new TreeMap<>(state.changes());
        long seconds = step().toSeconds();
        changes.merge(Math.floorDiv(now.getEpochSecond(), seconds) * seconds, 1, Integer::sum);
        return new BrakeState(changes, state.resources(), state.counted(), tripped, state.lifted());
    }

    private static BrakeState with(BrakeState state, Optional<Instant> tripped, Instant lifted) {
        return new BrakeState(state.changes(), state.resources(), state.counted(), tripped, lifted);
    }

    private Duration step() {
        return Duration.ofSeconds(Math.max(1, window.toSeconds() / STEPS));
    }
}
