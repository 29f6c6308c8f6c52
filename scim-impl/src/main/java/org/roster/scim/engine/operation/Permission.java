package org.roster.scim.engine.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/** Turns an authorizer's no into the end of a request. */
@ApplicationScoped
public class Permission {

    private final Authorizer authorizer;

    /** For the CDI proxy. */
    protected Permission() {
        this((context, operation, type) -> Decision.deny("not ready"));
    }

    /**
     * Asks an authorizer.
     *
     * @param authorizer decides
     */
    @Inject
    public Permission(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    /** What is left of a query when types are left out that the caller may not query; refuses if nothing is. */
    Query narrow(RequestContext context, Query query) {
        List<Selection> permitted = query.selections().stream()
                .filter(s ->
                        authorizer.decide(context, Operation.QUERY, s.type()).permitted())
                .toList();
        if (permitted.isEmpty()) {
            query.types().forEach(type -> require(context, Operation.QUERY, type));
        }
        return new Query(permitted, query.order());
    }

    /** A query that is permitted, its filters bound, with what the caller may see of the results. */
    Query shown(RequestContext context, Query bound) {
        return bound.with(selection -> {
            Permitted permitted = require(context, Operation.QUERY, selection.type());
            permitted.requireReadable(bound.order().sort());
            return permitted.shown(selection);
        });
    }

    Permitted require(RequestContext context, Operation operation, ResourceType type) {
        Decision decision = authorizer.decide(context, operation, type);
        if (!decision.permitted()) {
            throw ScimException.of(403, decision.reason());
        }
        RequestContext permitted = context.permitted(decision.reason());
        return new Permitted(permitted, authorizer.attributes(permitted, type));
    }
}
