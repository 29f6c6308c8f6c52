package org.roster.scim.spi;

import java.util.function.LongSupplier;
import org.roster.scim.schema.ResourceType;

/**
 * Refuses deactivations and deletions where they are too many to be meant. A store asks it in the transaction of each of
 * them, with a state that no other transaction changes before that one has ended; so the number is exact. A store that does
 * not ask has no brake.
 */
public interface Brake {

    /** A brake that is off. */
    Brake OFF = new Brake() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public BrakeState count(ResourceType type, BrakeState state, LongSupplier resources) {
            return state;
        }

        @Override
        public void tripped(RequestContext context, ResourceType type) {
            // never
        }
    };

    /**
     * Whether anything is to be counted.
     *
     * @return the same on each call; if not, the store does not ask
     */
    boolean isOn();

    /**
     * Counts a change, before it is made.
     *
     * @param type of the resource
     * @param state as it is in the transaction
     * @param resources counts the resources of the type of this tenant, which is dear: called now and then only
     * @return the state to be written in the transaction
     * @throws org.roster.scim.error.ScimException 429 if the change must not be made
     */
    BrakeState count(ResourceType type, BrakeState state, LongSupplier resources);

    /**
     * Says that a change was refused, or that a state that was returned is tripped and the one before was not. Called outside
     * of the transaction, after it has ended, whatever became of it.
     *
     * @param context whose change it was
     * @param type of the resource
     */
    void tripped(RequestContext context, ResourceType type);
}
