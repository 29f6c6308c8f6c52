package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.AttributeAccess;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.Decision;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.RequestContext;

/**
 * Permits what one of the caller's roles permits, as far as the credential is good for it, and nothing else.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-7.7">RFC 7644 §7.7</a>
 */
@ApplicationScoped
public class RoleAuthorizer implements Authorizer {

    private static final Set<String> ALWAYS_READ = Set.of("id", "schemas", "meta");

    /** There are few combinations of roles, but tenants and times may have types of their own; beyond this it begins anew. */
    private static final int REMEMBERED = 1_000;

    private final AccessPolicy policy;
    private final Map<Combination, AttributeAccess> known = new ConcurrentHashMap<>();

    /** With the roles that come with the service. */
    public RoleAuthorizer() {
        this(new AccessPolicy());
    }

    /**
     * Takes what it needs.
     *
     * @param policy says what each role permits
     */
    @Inject
    public RoleAuthorizer(AccessPolicy policy) {
        this.policy = policy;
    }

    /** Roles and what they are asked about. */
    private record Combination(Set<String> roles, ResourceType type) {}

    @Override
    public Decision decide(RequestContext context, Operation operation, ResourceType type) {
        Caller caller = context.caller();
        if (!caller.bounds().include(type.name())) {
            return Decision.deny("your credential is not for resources of type " + type.name());
        }
        for (Map.Entry<String, RoleGrant> role : policy.of(caller.roles()).entrySet()) {
            if (role.getValue().permits(operation, type)) {
                return Decision.permit("role " + role.getKey());
            }
        }
        return Decision.deny("this needs the role " + String.join(" or ", policy.permitting(operation))
                + ", which your credential does not have");
    }

    @Override
    public AttributeAccess attributes(RequestContext context, ResourceType type) {
        Combination asked = new Combination(context.caller().roles(), type);
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(asked, this::access);
    }

    @Override
    public Set<String> rolesThatWrite(ResourceType type, ResolvedPath attribute) {
        return policy.writing(type, attribute);
    }

    private AttributeAccess access(Combination asked) {
        Collection<RoleGrant> grants = policy.of(asked.roles()).values().stream()
                .filter(grant -> grant.isFor(asked.type()))
                .toList();
        ResourceType type = asked.type();
        return new AttributeAccess(
                without(
                        type,
                        path -> isAlwaysRead(path)
                                || grants.stream().anyMatch(g -> g.reads().include(type, path))),
                without(type, path -> grants.stream().anyMatch(g -> g.writes().include(type, path))));
    }

    /** What is not permitted: whole attributes, and of the others sub-attributes. */
    private static Set<ResolvedPath> without(ResourceType type, Predicate<ResolvedPath> permitted) {
        return type.attributes()
                .flatMap(
                        path -> permitted.test(path) ? subAttributes(path).filter(permitted.negate()) : Stream.of(path))
                .collect(Collectors.toSet());
    }

    private static Stream<ResolvedPath> subAttributes(ResolvedPath path) {
        return path.attribute().subAttributes().stream().flatMap(sub -> path.sub(sub.name()).stream());
    }

    private static boolean isAlwaysRead(ResolvedPath path) {
        return path.extension().isEmpty()
                && ALWAYS_READ.contains(path.attribute().name());
    }
}
