package org.roster.scim.oracle;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.roster.scim.schema.Attribute;

/** The other resources, as far as they matter to a change of one. */
public interface Surroundings {

    /** Whether another resource has a value that must be unique. */
    boolean taken(String urn, Attribute attribute, JsonValue value);

    /** How a resource is shown as a member; empty if there is none. */
    Optional<JsonObject> member(String id);

    /** Whether it may be one. */
    boolean mayBeMember(String id);
}
