package org.roster.scim.mapping;

import java.util.Optional;

/**
 * The fields that make id and meta of a resource.
 *
 * @param id unique text, UUID or whole number that never changes; empty for the entity's {@code @Id}
 * @param version counted up by JPA with each change; empty for the entity's {@code @Version}
 * @param created when the row came; empty if nobody knows, and then such resources show the beginning of 1970
 * @param lastModified when the row changed; empty if nobody knows, and then it shows the time of {@code created}
 */
public record Identity(
        Optional<String> id, Optional<String> version, Optional<String> created, Optional<String> lastModified) {

    /** All as JPA has it, and no times. */
    public static final Identity DEFAULT =
            new Identity(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
