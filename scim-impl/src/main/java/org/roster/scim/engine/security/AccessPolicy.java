package org.roster.scim.engine.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.Operation;
import org.roster.scim.spi.ServiceStarting;

/** What each role permits: those that come with the service, and the operator's own in the file {@code roster.policy}. */
@ApplicationScoped
public class AccessPolicy {

    private static final Set<String> GRANTING = Set.of("roles", "entitlements");
    private static final Set<Operation> READING =
            Set.copyOf(EnumSet.of(Operation.READ, Operation.QUERY, Operation.READ_OWN));
    private static final Set<Operation> EVERYTHING = Set.copyOf(EnumSet.allOf(Operation.class));

    private static final Map<String, RoleGrant> BUILT_IN = Map.of(
            Roles.ADMIN, new RoleGrant(EVERYTHING, Set.of(), AttributeNames.ALL, AttributeNames.ALL),
            Roles.READ, new RoleGrant(READING, Set.of(), AttributeNames.ALL, AttributeNames.NONE),
            Roles.WRITE, new RoleGrant(EVERYTHING, Set.of(), AttributeNames.ALL, new AttributeNames(true, GRANTING)),
            Roles.GRANT, new RoleGrant(Set.of(), Set.of(), AttributeNames.NONE, new AttributeNames(false, GRANTING)),
            Roles.PROTECTED, new RoleGrant(Set.of(), Set.of(), AttributeNames.NONE, AttributeNames.NONE),
            Roles.SELF, new RoleGrant(Set.of(Operation.READ_OWN), Set.of(), AttributeNames.ALL, AttributeNames.NONE));

    private final Map<String, RoleGrant> grants;

    /** Without roles of an operator. */
    public AccessPolicy() {
        this.grants = BUILT_IN;
    }

    /**
     * Reads the operator's roles.
     *
     * @param configuration names the file
     * @param registry has the resource types and attributes that it may name
     */
    @Inject
    public AccessPolicy(Configuration configuration, SchemaRegistry registry) {
        Map<String, RoleGrant> all = new LinkedHashMap<>(BUILT_IN);
        configuration.policy().ifPresent(file -> all.putAll(PolicyFile.read(file, registry)));
        this.grants = Map.copyOf(all);
    }

    /** Called at start, so that a mistake in the file is found then. */
    void ready(@Observes ServiceStarting start) {
        // The constructor has read everything.
    }

    /**
     * The roles that can be granted.
     *
     * @return their names
     */
    public Set<String> roles() {
        return grants.keySet();
    }

    /** What some roles permit, by their names; a role that nobody knows permits nothing. */
    Map<String, RoleGrant> of(Set<String> roles) {
        Map<String, RoleGrant> some = new TreeMap<>();
        for (String role : roles) {
            Optional.ofNullable(grants.get(role)).ifPresent(grant -> some.put(role, grant));
        }
        return some;
    }

    /** The names of the roles that would permit an operation on every type. */
    Set<String> permitting(Operation operation) {
        Set<String> enough = new TreeSet<>();
        BUILT_IN.forEach((role, grant) -> {
            if (grant.operations().contains(operation)) {
                enough.add(role);
            }
        });
        return enough;
    }

    /** The names of the roles that come with the service and may write an attribute, given that they may write at all. */
    Set<String> writing(ResourceType type, ResolvedPath attribute) {
        Set<String> enough = new TreeSet<>();
        BUILT_IN.forEach((role, grant) -> {
            if (grant.writes().include(type, attribute)) {
                enough.add(role);
            }
        });
        return enough;
    }
}
