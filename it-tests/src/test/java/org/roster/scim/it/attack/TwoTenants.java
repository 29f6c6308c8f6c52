package org.roster.scim.it.attack;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.TenantResolver;

/** A bean of the WAR under attack: the administrator of the realm has a directory of his own, everybody else shares one. */
@ApplicationScoped
@Alternative
@Priority(1)
public class TwoTenants implements TenantResolver {

    @Override
    public String tenantOf(Caller caller) {
        return caller.name().equals("idp") ? "neighbour" : "default";
    }
}
