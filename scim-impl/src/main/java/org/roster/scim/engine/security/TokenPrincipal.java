package org.roster.scim.engine.security;

import java.security.Principal;
import org.roster.scim.spi.Caller;

/**
 * Who shows a token of ours: a service. Its name is a label, and no user of that name is meant.
 *
 * @param caller what the token says
 */
public record TokenPrincipal(Caller caller) implements Principal {

    @Override
    public String getName() {
        return caller.name();
    }
}
