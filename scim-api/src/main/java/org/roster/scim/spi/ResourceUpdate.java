package org.roster.scim.spi;

import jakarta.json.JsonObject;
import java.util.List;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;

/**
 * A change of one resource, PUT and PATCH alike, handed to a store. The store reads the resource, calls {@link #applyTo},
 * and writes the result under the condition that nobody changed the resource in between; it may call again after a
 * collision, and the last call counts: sessions end and observers are told by what it computed.
 */
public interface ResourceUpdate {

    /**
     * Which version the change is meant for.
     *
     * @return checked by the store against the version it replaces
     */
    Precondition precondition();

    /**
     * The changes of one attribute, for a store that keeps it apart from the rest of the resource.
     *
     * @param attribute name of a core attribute, for instance {@code members}
     * @return in the order in which they are to be done; empty if the attribute stays as it is
     */
    List<AttributeChange> changesOf(String attribute);

    /**
     * Computes the resource after the change, and checks that it is valid.
     *
     * @param current the resource as stored, secrets included
     * @param holding which attributes the store keeps apart, and which always have a value
     * @return the new attributes; equal to the current ones if nothing changes
     * @throws org.roster.scim.error.ScimException if the result would not be valid
     */
    JsonObject applyTo(ScimResource current, Holding holding);
}
