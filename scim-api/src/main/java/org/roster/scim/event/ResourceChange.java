package org.roster.scim.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;

/**
 * What happens to one resource. Immutable.
 *
 * @param context tenant, caller and id of the request, and the rule that permits it
 * @param type of the resource
 * @param states the resource before and after
 * @param memberChanges what is asked for the list of members, in order; empty if nothing, or if resources of the type list
 *     nobody. A member that is added may have been there already
 */
public record ResourceChange(
        RequestContext context, ResourceType type, States states, List<AttributeChange> memberChanges) {

    /** What happens. */
    public enum Kind {
        /** The resource is new. */
        CREATED,
        /** The resource is another one than before. */
        CHANGED,
        /** The resource is no more. */
        DELETED
    }

    /**
     * A resource before and after. The list of members is in neither, because it may be long; nor is what is derived from
     * others, such as the groups of a user; nor is a secret, not even its hash: where only the password changes, the two
     * differ in {@code meta} alone.
     *
     * @param before as it was; empty if it is new
     * @param after as it is then; empty if it is no more
     */
    public record States(Optional<ScimResource> before, Optional<ScimResource> after) {

        /**
         * Checks that there is a resource.
         *
         * @param before see above
         * @param after see above
         * @throws IllegalArgumentException if both are empty
         */
        public States {
            Objects.requireNonNull(before);
            Objects.requireNonNull(after);
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException("a change needs a resource before it or after it");
            }
        }
    }

    /**
     * Copies the list.
     *
     * @param context see above
     * @param type see above
     * @param states see above
     * @param memberChanges see above
     */
    public ResourceChange {
        Objects.requireNonNull(context);
        Objects.requireNonNull(type);
        Objects.requireNonNull(states);
        memberChanges = List.copyOf(memberChanges);
    }

    /**
     * What happens.
     *
     * @return follows from the states
     */
    public Kind kind() {
        if (before().isEmpty()) {
            return Kind.CREATED;
        }
        return after().isEmpty() ? Kind.DELETED : Kind.CHANGED;
    }

    /**
     * The resource as it was.
     *
     * @return empty if it is new
     */
    public Optional<ScimResource> before() {
        return states.before();
    }

    /**
     * The resource as it is then.
     *
     * @return empty if it is no more
     */
    public Optional<ScimResource> after() {
        return states.after();
    }

    /**
     * The resource in the last state that it has.
     *
     * @return after the change, or before it if the resource is no more
     */
    public ScimResource resource() {
        return after().or(this::before).orElseThrow();
    }
}
