package org.roster.scim.engine.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;
import org.roster.scim.spi.Caller;

/** A request whose caller proved itself with a token of ours. */
final class TokenRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    TokenRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public Principal getUserPrincipal() {
        return new TokenPrincipal(caller);
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }

    @Override
    public String getAuthType() {
        return "BEARER";
    }
}
