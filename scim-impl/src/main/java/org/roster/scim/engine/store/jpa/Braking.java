package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Brake;
import org.roster.scim.spi.BrakeState;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceUpdate;

/**
 * Asks the brake in the transaction of a change. That it has tripped the brake is told when the outermost transaction is
 * over, because a refused change leaves nothing behind, and this must stay.
 */
final class Braking {

    private static final String ACTIVE = "active";

    private final Brake brake;
    private final Optional<Set<Trip>> trips;

    Braking(Brake brake) {
        this(brake, Optional.empty());
    }

    private Braking(Brake brake, Optional<Set<Trip>> trips) {
        this.brake = brake;
        this.trips = trips;
    }

    private record Trip(RequestContext context, ResourceType type) {}

    /** Runs work that is a transaction, or part of one if this is inside of other work. */
    <T> T around(Function<Braking, T> work) {
        if (!brake.isOn() || trips.isPresent()) {
            return work.apply(this);
        }
        Set<Trip> told = new LinkedHashSet<>();
        try {
            return work.apply(new Braking(brake, Optional.of(told)));
        } finally {
            told.forEach(trip -> brake.tripped(trip.context(), trip.type()));
        }
    }

    /** Counts a deactivation or deletion that comes next in the transaction. */
    void count(EntityManager em, RequestContext context, ResourceType type) {
        if (!brake.isOn()) {
            return;
        }
        BrakeTable table = new BrakeTable(em, context.tenant(), type.name());
        BrakeState before = table.lock();
        try {
            BrakeState after = brake.count(type, before, table::resources);
            if (before.tripped().isEmpty() && after.tripped().isPresent()) {
                tell(new Trip(context, type));
            }
            if (!after.equals(before)) {
                table.write(after);
            }
        } catch (ScimException refused) {
            tell(new Trip(context, type));
            throw refused;
        }
    }

    private void tell(Trip trip) {
        trips.ifPresent(all -> all.add(trip));
    }

    /** An update that counts if it deactivates the resource. */
    ResourceUpdate counting(ResourceUpdate update, EntityManager em, RequestContext context, ResourceType type) {
        return brake.isOn() ? new Counted(this, update, em, context, type) : update;
    }

    private record Counted(
            Braking braking, ResourceUpdate update, EntityManager em, RequestContext context, ResourceType type)
            implements ResourceUpdate {

        @Override
        public Precondition precondition() {
            return update.precondition();
        }

        @Override
        public List<AttributeChange> changesOf(String attribute) {
            return update.changesOf(attribute);
        }

        @Override
        public JsonObject applyTo(ScimResource current, Holding holding) {
            JsonObject after = update.applyTo(current, holding);
            if (activity(after) < activity(current.attributes())) {
                braking.count(em, context, type);
            }
            return after;
        }

        /** Not to say that somebody is active is less than to say it, and to say that he is not is the least. */
        private int activity(JsonObject attributes) {
            if (type.schema().attribute(ACTIVE).isEmpty()) {
                return 0;
            }
            JsonValue active = attributes.getOrDefault(ACTIVE, JsonValue.NULL);
            return active.equals(JsonValue.TRUE) ? 2 : active.equals(JsonValue.FALSE) ? 0 : 1;
        }
    }
}
