package org.roster.scim.spi;

import java.util.List;
import org.roster.scim.error.ScimException;

/**
 * Which version of a resource a change is meant for. A store checks it in the same step that writes.
 *
 * @param versions the acceptable versions; empty if any is
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.14">RFC 7644 §3.14</a>
 */
public record Precondition(List<String> versions) {

    /** The change is meant for any version. */
    public static final Precondition NONE = new Precondition(List.of());

    /**
     * Copies the list.
     *
     * @param versions see above
     */
    public Precondition {
        versions = List.copyOf(versions);
    }

    /**
     * Checks a version.
     *
     * @param version of the resource as it is now
     * @throws ScimException 412 if the change is not meant for it
     */
    public void check(String version) {
        if (!versions.isEmpty() && !versions.contains(version)) {
            throw ScimException.preconditionFailed();
        }
    }
}
