package org.roster.scim.engine.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.security.Roles;
import org.roster.scim.error.ScimException;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.spi.RequestContext;

/**
 * Keeps administrators out of the reach of those who only provision people. Protected is a group that is called like an
 * administrative role, a group that is in it, whoever is in one of these, and whoever has such a role among his
 * {@code roles}. Only a caller with the role {@link Roles#PROTECTED} makes, changes or deletes what is protected.
 *
 * <p>Which groups have such names is asked for once in some seconds, and again after a caller with that role wrote
 * something: nobody else can make one.
 */
@ApplicationScoped
public class Protection {

    private static final AttributePath ROLES = AttributePath.of("roles");
    private static final Duration BELIEF = Duration.ofSeconds(5);

    private final Set<String> names;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final Map<String, Known> groups = new ConcurrentHashMap<>();

    /** Protects nothing. */
    public Protection() {
        this(Set.of(), new SchemaRegistry(List.of()), Clock.systemUTC());
    }

    /**
     * Reads the names.
     *
     * @param configuration has those of the operator
     * @param registry knows which resource types list members
     */
    @Inject
    public Protection(Configuration configuration, SchemaRegistry registry) {
        this(configuration.protectedNames().orElse(Roles.ALL), registry, Clock.systemUTC());
    }

    Protection(Set<String> names, SchemaRegistry registry, Clock clock) {
        this.registry = registry;
        this.names = names.stream().map(Protection::folded).collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
    }

    /**
     * Protected groups of a tenant, as they were read.
     *
     * @param ids of the groups with an administrative name
     * @param until the end of the belief
     */
    private record Known(Set<String> ids, Instant until) {}

    /** Whether a caller has to keep away from what is protected. */
    boolean keepsAway(RequestContext context) {
        return !names.isEmpty() && !context.caller().roles().contains(Roles.PROTECTED);
    }

    /** The names that protect a group. */
    Set<String> names() {
        return names;
    }

    /** The types whose resources list members. */
    List<ResourceType> groupTypes(String tenant) {
        return registry.of(tenant).resourceTypes().stream()
                .filter(type -> type.membership().isPresent()
                        && !type.displayAttributes().isEmpty())
                .toList();
    }

    /** Refuses what is protected by what it says of itself. */
    void requireFree(ResourceType type, JsonObject attributes) {
        boolean isGroup = type.membership().isPresent();
        Stream<String> called = isGroup
                ? type.displayAttributes().stream().flatMap(name -> texts(attributes.get(name)))
                : Stream.empty();
        Stream<String> roles = ScimResource.values(attributes, ROLES)
                .flatMap(role -> texts(role instanceof JsonObject object ? object.get("value") : role));
        if (Stream.concat(called, roles).map(Protection::folded).anyMatch(names::contains)) {
            throw refusal(type);
        }
    }

    /** The ids of the groups of a tenant that have such a name. */
    Set<String> groups(String tenant, Supplier<Set<String>> read) {
        @Nullable Known known = groups.get(tenant);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.ids();
        }
        Set<String> ids = read.get();
        groups.put(tenant, new Known(ids, now.plus(BELIEF)));
        return ids;
    }

    /** A caller who may write what is protected has written. */
    void forget(String tenant) {
        groups.remove(tenant);
    }

    static ScimException refusal(ResourceType type) {
        return ScimException.of(
                403,
                "this " + type.name() + " is protected, because it carries an administrative role; it takes the role "
                        + Roles.PROTECTED + " to write it");
    }

    private static Stream<String> texts(@Nullable JsonValue value) {
        return value instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty();
    }

    /** Two names that look alike are one. */
    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
