package org.roster.scim.spi;

import java.util.function.UnaryOperator;

/**
 * Keeps what the brake knows, for all nodes of the service and over restarts, beside the resources: a store counts in the
 * transaction of the change. Must be thread-safe.
 */
public interface BrakeBook {

    /**
     * What is known.
     *
     * @param tenant whose
     * @param resourceType name of the resource type
     * @return the state as last committed; {@link BrakeState#NEW} if nothing is known
     */
    BrakeState read(String tenant, String resourceType);

    /**
     * Changes what is known, at once for all nodes.
     *
     * @param tenant whose
     * @param resourceType name of the resource type
     * @param change makes the new state of the one that there is, while nobody else can change it; it may be called again
     *     after a collision
     * @return the state before
     */
    BrakeState change(String tenant, String resourceType, UnaryOperator<BrakeState> change);

    /**
     * Changes what is known because an administrator wants it so.
     *
     * @param tenant whose
     * @param resourceType name of the resource type
     * @param state the new one, made of the one that there is, as for {@link #change}
     * @param act of the administrator, for the audit; written in the same transaction
     */
    void overrule(String tenant, String resourceType, UnaryOperator<BrakeState> state, Attempt act);
}
