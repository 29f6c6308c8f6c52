package org.roster.scim.engine.store.jpa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.filter.Filter.ValuePath;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/** Which attributes are rows of {@code scim_member} instead of text: the list of members, and what shows the other direction. */
final class Relations {

    private final SchemaRegistry registry;
    private final Map<String, Relations> ofTenants = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of());

    /**
     * Begins.
     *
     * @param registry has the resource types with their memberships
     */
    Relations(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** What was found out about some resource types; every request asks for it. */
    private record Known(List<ResourceType> types, Map<ResourceType, Optional<ResolvedPath>> inverse) {

        Known(List<ResourceType> types) {
            this(types, types.stream().collect(Collectors.toMap(type -> type, type -> inverse(types, type))));
        }

        private static Optional<ResolvedPath> inverse(List<ResourceType> types, ResourceType type) {
            return types.stream()
                    .flatMap(t -> t.membership().stream())
                    .flatMap(m -> m.inverse().stream())
                    .filter(name -> type.schema().attribute(name).isPresent())
                    .flatMap(name -> type.resolve(name).stream())
                    .findFirst();
        }
    }

    /** Those of a tenant, which are those of all unless it has resource types of its own. */
    Relations of(String tenant) {
        SchemaRegistry own = registry.of(tenant);
        if (own == registry) {
            return this;
        }
        Relations before = ofTenants.computeIfAbsent(tenant, name -> new Relations(own));
        if (before.registry == own) {
            return before;
        }
        Relations now = new Relations(own);
        ofTenants.put(tenant, now);
        return now;
    }

    SchemaRegistry registry() {
        return registry;
    }

    /** The attribute that lists a type's members. */
    Optional<ResolvedPath> members(ResourceType type) {
        return type.membership().map(Membership::attribute).flatMap(type::resolve);
    }

    /** The attribute that shows where a resource of a type is a member. */
    Optional<ResolvedPath> inverse(ResourceType type) {
        List<ResourceType> types = registry.resourceTypes();
        Known now = known;
        if (now.types() != types) {
            now = new Known(types);
            known = now;
        }
        // A request that began before the schemas changed has a type that is no longer there.
        return now.inverse().containsKey(type) ? now.inverse().get(type) : Known.inverse(types, type);
    }

    /** Names of the attributes of a type that are not in its document. */
    Set<String> apart(ResourceType type) {
        return Stream.concat(members(type).stream(), inverse(type).stream())
                .map(p -> p.attribute().name())
                .collect(Collectors.toSet());
    }

    /** Whether an attribute, or the one that it is part of, is not in the document of a type. */
    boolean areRows(ResourceType type, ResolvedPath path) {
        return side(type, path).isPresent();
    }

    Optional<String> present(ResourceType type, ResolvedPath path) {
        return side(type, path).map(side -> side.in(RelationTranslator.TRUE));
    }

    Optional<String> compares(ResourceType type, Comparison comparison, Parameters parameters) {
        ResolvedPath path = type.resolve(comparison.path()).orElseThrow();
        String sub = path.subAttribute().map(s -> s.name()).orElse("");
        return side(type, path)
                .map(side -> side.in(new RelationTranslator(this, path.parent(), side, parameters)
                        .compares(sub, comparison.operator(), comparison.value())));
    }

    Optional<String> valuePath(ResourceType type, ValuePath valuePath, Parameters parameters) {
        ResolvedPath path = type.resolve(valuePath.path()).orElseThrow();
        return side(type, path)
                .map(side -> side.in(valuePath.filter().accept(new RelationTranslator(this, path, side, parameters))));
    }

    private Optional<Side> side(ResourceType type, ResolvedPath path) {
        if (members(type).filter(path.parent()::equals).isPresent()) {
            return Optional.of(Side.MEMBERS);
        }
        return inverse(type).filter(path.parent()::equals).map(p -> Side.INVERSE);
    }

    /** From which end a row of {@code scim_member} is looked at. */
    enum Side {
        MEMBERS("groupId", "memberId"),
        INVERSE("memberId", "groupId");

        private final String own;
        private final String other;

        Side(String own, String other) {
            this.own = own;
            this.other = other;
        }

        /** The resource has a row {@code m} for which the condition holds. */
        String in(String condition) {
            return "r.id in (select m." + own + " from MemberRow m where " + condition + ")";
        }

        /** The id at the other end of a row {@code m}. */
        String otherId() {
            return "m." + other;
        }
    }
}
