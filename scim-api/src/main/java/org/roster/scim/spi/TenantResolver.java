package org.roster.scim.spi;

import java.util.Optional;
import org.roster.scim.error.ScimException;

/** Says whose directory a caller works on. Called once per authenticated request; must be thread-safe. */
public interface TenantResolver {

    /**
     * The tenant of a caller.
     *
     * @param caller authenticated
     * @return an identifier of at most 64 characters
     */
    String tenantOf(Caller caller);

    /**
     * The tenant that a request is about.
     *
     * @param caller authenticated
     * @param asked what the URL names: its path, or else its host; empty if it names none
     * @return the caller's own unless overridden
     * @throws ScimException 404 if the URL names one that the caller has nothing to do with, whether there is one or not
     */
    default String tenantOf(Caller caller, Optional<String> asked) {
        String own = tenantOf(caller);
        if (asked.isPresent() && !asked.get().equals(own)) {
            throw ScimException.of(404, "there is no tenant \"" + asked.get() + "\" for your credential");
        }
        return own;
    }
}
