package org.roster.scim.spi;

import java.time.Duration;

/**
 * Sent as asynchronous CDI event when deactivations and deletions are too many to be meant: an alert, for a product that
 * wants to call somebody. Observe it with {@code @ObservesAsync}. Sent once until the brake is lifted, by the node that
 * noticed.
 *
 * @param tenant whose resources
 * @param resourceType name of their type, for instance {@code User}
 * @param caller whose request was the one too many
 * @param changes how many there were within the window
 * @param most how many are let through
 * @param window how long
 * @param holds true if further ones are refused until somebody lifts the brake; false if this is a warning
 */
public record BrakeTripped(
        String tenant, String resourceType, String caller, long changes, long most, Duration window, boolean holds) {}
