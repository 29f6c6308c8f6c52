package org.roster.scim.engine.security;

import java.security.Principal;

/**
 * Who shows a token of ours: a service. Its name is a label, and no user of that name is meant.
 *
 * @param name for audit and logs
 */
public record TokenPrincipal(String name) implements Principal {

    @Override
    public String getName() {
        return name;
    }
}
