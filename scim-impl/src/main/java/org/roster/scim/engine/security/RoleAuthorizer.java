package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/** Administrators may do everything, readers may read, nobody else may do anything. */
@ApplicationScoped
public class RoleAuthorizer implements Authorizer {

    @Override
    public Decision decide(RequestContext context, Operation operation, ResourceType type) {
        if (context.caller().roles().contains(Roles.ADMIN)) {
            return Decision.permit("role " + Roles.ADMIN);
        }
        boolean reads = operation == Operation.READ || operation == Operation.QUERY;
        if (reads && context.caller().roles().contains(Roles.READ)) {
            return Decision.permit("role " + Roles.READ);
        }
        String needed = reads ? Roles.READ + " or " + Roles.ADMIN : Roles.ADMIN;
        return Decision.deny("this needs the role " + needed + ", which your credential does not have");
    }
}
