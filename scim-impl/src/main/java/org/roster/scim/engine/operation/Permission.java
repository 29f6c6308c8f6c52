package org.roster.scim.engine.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.Selection;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.AttributeAccess;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceUpdate;

/** Turns an authorizer's no into the end of a request. */
@ApplicationScoped
public class Permission {

    private final Authorizer authorizer;
    private final Protection protection;
    private final Attempts attempts;

    /** For the CDI proxy. */
    protected Permission() {
        this((context, operation, type) -> Decision.deny("not ready"));
    }

    /**
     * Asks an authorizer, and protects nothing beside.
     *
     * @param authorizer decides
     */
    public Permission(Authorizer authorizer) {
        this(authorizer, new Protection(), new Attempts());
    }

    /**
     * Asks an authorizer.
     *
     * @param authorizer decides
     * @param protection keeps administrators out of reach
     * @param attempts is told of what is refused
     */
    @Inject
    public Permission(Authorizer authorizer, Protection protection, Attempts attempts) {
        this.authorizer = authorizer;
        this.protection = protection;
        this.attempts = attempts;
    }

    /** Does something, and notes for the audit if it is refused. */
    <T> T attempt(RequestContext context, Operation operation, ResourceType type, String id, Supplier<T> work) {
        return attempts.of(context, operation, List.of(type), id, work);
    }

    /** Queries several types, and notes each of them for the audit if it is refused. */
    <T> T attempt(RequestContext context, Query query, Supplier<T> work) {
        return attempts.of(context, Operation.QUERY, query.types(), "", work);
    }

    /** How much is noted for the audit. */
    int refusals() {
        return attempts.refused().size();
    }

    /** Forgets what was noted for the audit after so much: it was undone, and will be tried in another way. */
    void forgetRefusals(int before) {
        attempts.forget(before);
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
        AttributeAccess access = authorizer.attributes(permitted, type);
        Locks locks = new Locks(access.locked(), attribute -> authorizer.rolesThatWrite(type, attribute));
        return new Permitted(permitted, access.hidden(), locks);
    }

    /** Refuses a new resource that would be protected. */
    void guard(RequestContext context, ResourceType type, JsonObject attributes) {
        if (protection.keepsAway(context)) {
            protection.requireFree(type, attributes);
        }
    }

    /** Refuses to change what is protected; what the resource says of itself is seen when the change is applied. */
    ResourceUpdate guarded(RequestContext context, Stores stores, ResourceKey key, ResourceUpdate update) {
        if (!protection.keepsAway(context)) {
            return update;
        }
        new ProtectedGroups(protection, stores).requireNotIn(context, key);
        return new GuardedUpdate(key.type(), protection, update);
    }

    /** Refuses to delete what is protected. */
    void guard(RequestContext context, Stores stores, ResourceKey key) {
        if (!protection.keepsAway(context)) {
            return;
        }
        new ProtectedGroups(protection, stores).requireNotIn(context, key);
        Projection telling = new Projection(
                Projection.Mode.ONLY,
                Stream.concat(Stream.of("roles"), key.type().displayAttributes().stream())
                        .flatMap(name -> key.type().resolve(name).stream())
                        .collect(Collectors.toSet()));
        stores.readable(key.type())
                .flatMap(store -> store.read(context, key, telling))
                .ifPresent(resource -> protection.requireFree(key.type(), resource.attributes()));
    }

    /** What is thrown is the no of the product's own code. */
    void vetoed(ScimException veto) {
        attempts.vetoed(veto);
    }

    /** Something was written; if the caller may write what is protected, what is known of that is no longer so. */
    void wrote(RequestContext context) {
        if (!protection.keepsAway(context)) {
            protection.forget(context.tenant());
        }
    }
}
