package org.roster.scim.engine.brake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the brake stands for one resource type of a tenant.
 *
 * @param mode what it does
 * @param changes how many deactivations and deletions it let through within the window
 * @param most how many it lets through
 * @param window how long
 * @param tripped since when it holds or warns; empty if it does not
 * @param lifted until when it is lifted; empty if it is not
 */
public record BrakeStatus(
        BrakeMode mode,
        long changes,
        long most,
        Duration window,
        Optional<Instant> tripped,
        Optional<Instant> lifted) {}
