package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/**
 * Administrators may do everything, readers may read, people may read what stands for them, nobody else may do anything.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-7.7">RFC 7644 §7.7</a>
 */
@ApplicationScoped
public class RoleAuthorizer implements Authorizer {

    @Override
    public Decision decide(RequestContext context, Operation operation, ResourceType type) {
        List<String> enough = switch (operation) {
            case READ_OWN -> List.of(Roles.SELF, Roles.READ, Roles.ADMIN);
            case READ, QUERY -> List.of(Roles.READ, Roles.ADMIN);
            case CREATE, REPLACE, PATCH, DELETE -> List.of(Roles.ADMIN);
        };
        return enough.stream()
                .filter(context.caller().roles()::contains)
                .findFirst()
                .map(role -> Decision.permit("role " + role))
                .orElseGet(() -> Decision.deny("this needs the role " + String.join(" or ", enough)
                        + ", which your credential does not have"));
    }
}
