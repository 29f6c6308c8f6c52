package org.roster.scim.engine.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Suggestion;

/**
 * Resource types, some of which lie on a product's entities.
 *
 * @param types with their whole schemas
 * @param mappings how some of them lie on entities
 */
record MappedSchemas(List<ResourceType> types, Iterable<? extends EntityMapping<?>> mappings) {

    /** The types; those that are mapped with what is mapped. */
    List<ResourceType> narrowed() {
        return types.stream()
                .map(type -> mapping(type).map(m -> schema(type, m).narrowed()).orElse(type))
                .toList();
    }

    private MappedSchema schema(ResourceType type, EntityMapping<?> mapping) {
        return new MappedSchema(type, mapping, inverse(type), new MappedMembers(mappings).types(mapping));
    }

    /** A sentence for each mistake. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (EntityMapping<?> mapping : mappings) {
            Optional<ResourceType> type = types.stream()
                    .filter(t -> t.name().equals(mapping.resourceType()))
                    .findFirst();
            if (type.isEmpty()) {
                mistakes.add("EntityMapping of " + mapping.resourceType() + ": there is no such resource type"
                        + Suggestion.of(mapping.resourceType(), types.stream().map(ResourceType::name)));
            } else if (!seen.add(mapping.resourceType())) {
                mistakes.add("EntityMapping of " + mapping.resourceType()
                        + ": there are two of them; produce one bean for each resource type");
            } else {
                mistakes.addAll(schema(type.get(), mapping).mistakes());
            }
        }
        return mistakes;
    }

    private Optional<EntityMapping<?>> mapping(ResourceType type) {
        for (EntityMapping<?> mapping : mappings) {
            if (mapping.resourceType().equals(type.name())) {
                return Optional.of(mapping);
            }
        }
        return Optional.empty();
    }

    /** Attributes that show the other direction of mapped members. */
    private Set<String> inverse(ResourceType type) {
        return types.stream()
                .filter(group -> mapping(group).filter(m -> mayHave(m, type)).isPresent())
                .flatMap(group -> group.membership().flatMap(Membership::inverse).stream())
                .filter(name -> type.schema().attribute(name).isPresent())
                .collect(Collectors.toSet());
    }

    private boolean mayHave(EntityMapping<?> group, ResourceType member) {
        List<String> known = new MappedMembers(mappings).types(group);
        return !group.members().isEmpty() && (known.isEmpty() || known.contains(member.name()));
    }
}
