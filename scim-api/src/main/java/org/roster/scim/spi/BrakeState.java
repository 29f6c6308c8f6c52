package org.roster.scim.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the brake knows of one resource type of a tenant.
 *
 * @param changes how many deactivations and deletions there were, by the second at which a stretch of time begins, in seconds
 *     since 1970; old ones may be missing
 * @param resources how many resources there were when somebody last counted them
 * @param counted when that was
 * @param tripped since when the brake holds or warns; empty if it does not
 * @param lifted until when everything is let through; in the past if the brake is not lifted
 */
public record BrakeState(
        Map<Long, Integer> changes, long resources, Instant counted, Optional<Instant> tripped, Instant lifted) {

    /** Where nothing has happened yet. */
    public static final BrakeState NEW = new BrakeState(Map.of(), 0, Instant.EPOCH, Optional.empty(), Instant.EPOCH);

    /**
     * Copies the map.
     *
     * @param changes see above
     * @param resources see above
     * @param counted see above
     * @param tripped see above
     * @param lifted see above
     */
    public BrakeState {
        changes = Collections.unmodifiableMap(new TreeMap<>(changes));
    }

    /**
     * How many changes there are in all.
     *
     * @return their number
     */
    public long total() {
        return changes.values().stream().mapToLong(Integer::longValue).sum();
    }
}
