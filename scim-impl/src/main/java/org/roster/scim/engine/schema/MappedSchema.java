package org.roster.scim.engine.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.mapping.AttributeMapping;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;
import org.roster.scim.schema.Suggestion;

/**
 * The schema of a resource type that lies on a product's entities: of the whole schema, what is mapped. What is not mapped is
 * neither published nor understood, so nothing that a client sends is lost silently.
 *
 * @param type with its whole schema
 * @param mapping how it lies on the entity
 * @param inverse names of core attributes that follow from the members of other mapped types
 * @param members names of the types that members are of; empty if that is not known
 */
record MappedSchema(ResourceType type, EntityMapping<?> mapping, Set<String> inverse, List<String> members) {

    MappedSchema {
        members = List.copyOf(members);
    }

    /** The type with what is mapped; if there is nothing right about the mapping, the whole type. */
    ResourceType narrowed() {
        Map<ResolvedPath, List<AttributeMapping>> mapped = mapped();
        List<Attribute> core = type.schema().attributes().stream()
                .flatMap(a -> narrowed(a, mapped.getOrDefault(root(a, Optional.empty()), List.of())).stream())
                .toList();
        List<SchemaExtension> extensions = type.extensions().stream()
                .map(e -> new SchemaExtension(
                        with(
                                e.schema(),
                                e.schema().attributes().stream()
                                        .flatMap(a -> narrowed(
                                                a,
                                                mapped.getOrDefault(
                                                        root(
                                                                a,
                                                                Optional.of(e.schema()
                                                                        .id())),
                                                        List.of()))
                                                .stream())
                                        .toList()),
                        e.required()))
                .filter(e -> !e.schema().attributes().isEmpty())
                .toList();
        if (core.isEmpty()) {
            return type;
        }
        Schema schema = with(type.schema(), core);
        ResourceType.Builder narrow = ResourceType.of(type.name(), type.endpoint(), schema)
                .description(type.description())
                .extensions(extensions)
                .displayAttributes(type.displayAttributes().stream()
                        .filter(name -> schema.attribute(name).isPresent())
                        .toList());
        type.membership()
                .filter(m -> schema.attribute(m.attribute()).isPresent())
                .ifPresent(narrow::membership);
        return narrow.build();
    }

    private static Schema with(Schema schema, List<Attribute> attributes) {
        return new Schema(schema.id(), schema.name(), schema.description(), attributes);
    }

    private ResolvedPath root(Attribute attribute, Optional<String> extension) {
        AttributePath path = AttributePath.of(attribute.name());
        return type.resolve(extension.map(path::in).orElse(path)).orElseThrow();
    }

    private Map<ResolvedPath, List<AttributeMapping>> mapped() {
        Map<ResolvedPath, List<AttributeMapping>> mapped = new LinkedHashMap<>();
        for (AttributeMapping attribute : mapping.attributes()) {
            type.resolve(attribute.attribute())
                    .ifPresent(path -> mapped.computeIfAbsent(path.parent(), p -> new ArrayList<>())
                            .add(attribute));
        }
        return mapped;
    }

    private Optional<Attribute> narrowed(Attribute attribute, List<AttributeMapping> parts) {
        if (isMembers(attribute)) {
            return Optional.of(members.isEmpty() ? attribute : MappedMembers.of(attribute, members));
        }
        if (inverse.contains(attribute.name())) {
            return Optional.of(attribute);
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (!attribute.complex()) {
            return Optional.of(MappedParts.of(parts.get(0)).readOnly() ? MappedParts.readOnly(attribute) : attribute);
        }
        List<Attribute> subs = attribute.subAttributes().stream()
                .flatMap(s -> parts.stream()
                        .flatMap(part -> MappedParts.of(part).narrowed(attribute, s).stream())
                        .findFirst()
                        .or(() -> MappedParts.address(attribute, s, parts))
                        .stream())
                .toList();
        boolean readOnly = subs.stream().allMatch(s -> s.mutability() == Mutability.READ_ONLY)
                || parts.stream().allMatch(p -> MappedParts.of(p).readOnly());
        Attribute narrow = attribute.toBuilder().subAttributes(subs).build();
        return subs.isEmpty() ? Optional.empty() : Optional.of(readOnly ? MappedParts.readOnly(narrow) : narrow);
    }

    private boolean isMembers(Attribute attribute) {
        return !mapping.members().isEmpty()
                && type.membership()
                        .map(Membership::attribute)
                        .filter(attribute.name()::equals)
                        .isPresent();
    }

    /** What is wrong with the mapping as far as the schema can tell; one sentence each. */
    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (AttributeMapping attribute : mapping.attributes()) {
            Optional<ResolvedPath> path = type.resolve(attribute.attribute());
            if (path.isEmpty()) {
                mistakes.add(said(
                        attribute.attribute(),
                        "the schema of " + type + " has no such attribute"
                                + AttributePath.parse(attribute.attribute())
                                        .map(p -> Suggestion.of(type, p))
                                        .orElse("")));
            } else if (!seen.add(path.get().toString().toLowerCase(Locale.ROOT))) {
                mistakes.add(said(attribute.attribute(), "is mapped twice; take one of the two out"));
            } else {
                MappedParts.of(attribute)
                        .mistake(path.get())
                        .ifPresent(sentence -> mistakes.add(said(attribute.attribute(), sentence)));
            }
        }
        if (!mapping.members().isEmpty() && type.membership().isEmpty()) {
            mistakes.add(
                    "EntityMapping of " + type + ": members are mapped, but the resource type has none; take them out");
        }
        missing().forEach(mistakes::add);
        return mistakes;
    }

    private Stream<String> missing() {
        Set<ResolvedPath> mapped = mapped().keySet();
        Stream<ResolvedPath> required = type.attributes()
                .filter(p -> p.attribute().required())
                .filter(p -> p.extension().isEmpty()
                        || type.extensions().stream()
                                .anyMatch(e -> e.required()
                                        && e.schema().id().equals(p.extension().get())));
        return required.filter(
                        p -> type.schema().attribute(p.attribute().name()).isPresent()
                                || p.extension().isPresent())
                .filter(p -> !mapped.contains(p))
                .map(p -> said(
                        p.toString(),
                        "is required and not mapped; add .attribute(\"" + p + "\", <field of "
                                + mapping.entity().getSimpleName() + ">)"));
    }

    private String said(String attribute, String sentence) {
        return "EntityMapping of " + type + ", attribute \"" + attribute + "\": " + sentence;
    }
}
