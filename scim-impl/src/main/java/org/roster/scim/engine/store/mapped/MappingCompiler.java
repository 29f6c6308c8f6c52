package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.Metamodel;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;

/**
 * Checks mappings against JPA's metamodel. All mistakes are found in one go.
 *
 * @param metamodel of the product's persistence unit
 * @param registry has the resource types, narrowed to what is mapped
 * @param mistakes takes what is wrong
 */
record MappingCompiler(Metamodel metamodel, SchemaRegistry registry, Mistakes mistakes) {

    /** The types that are mapped, by name; complete only if there were no mistakes. */
    Map<String, MappedType> compile(List<? extends EntityMapping<?>> mappings) {
        Map<String, MappedType> types = new LinkedHashMap<>();
        for (EntityMapping<?> mapping : mappings) {
            registry.byName(mapping.resourceType())
                    .flatMap(type -> compile(type, mapping))
                    .ifPresent(mapped -> types.put(mapping.resourceType(), mapped));
        }
        return new MembersCompiler(types, mistakes).related();
    }

    private Optional<MappedType> compile(ResourceType type, EntityMapping<?> mapping) {
        Mistakes.At at = mistakes.of(mapping);
        Optional<EntityType<?>> entity = entity(mapping.entity());
        if (entity.isEmpty()) {
            at.add(mapping.entity().getName()
                    + " is no entity of the persistence unit; list it in persistence.xml, or name the entity");
            return Optional.empty();
        }
        FieldFinder fields = new FieldFinder(entity.get(), at);
        MetaCompiler meta = new MetaCompiler(entity.get(), mapping, fields);
        Optional<MappedType.MetaFields> identity = meta.metaFields();
        Scope scope = meta.scope();
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        Child.Owner owner =
                new Child.Owner(entity.get().getName(), identity.get().id().field());
        AttributeCompiler compiler = new AttributeCompiler(type, fields, owner);
        List<MappedAttribute> attributes = new ArrayList<>();
        mapping.attributes().forEach(a -> a.accept(compiler).ifPresent(attributes::add));
        return Optional.of(
                new MappedType(type, mapping, entity.get(), identity.get(), scope, grouped(attributes), List.of()));
    }

    private Optional<EntityType<?>> entity(Class<?> entity) {
        return metamodel.getEntities().stream()
                .filter(e -> entity.equals(e.getJavaType()))
                .<EntityType<?>>map(e -> e)
                .findFirst();
    }

    /** The sub-attributes of a complex attribute go together. */
    private static List<MappedAttribute> grouped(List<MappedAttribute> attributes) {
        Map<ResolvedPath, List<MappedAttribute>> byAttribute = new LinkedHashMap<>();
        attributes.forEach(a -> byAttribute
                .computeIfAbsent(a.path().parent(), p -> new ArrayList<>())
                .add(a));
        List<MappedAttribute> grouped = new ArrayList<>();
        byAttribute.forEach((path, parts) -> {
            boolean complex = path.attribute().complex() && !path.attribute().multiValued();
            grouped.add(
                    complex
                            ? new ComplexAttribute(
                                    path,
                                    parts.stream()
                                            .filter(RowAttribute.class::isInstance)
                                            .map(RowAttribute.class::cast)
                                            .toList())
                            : parts.get(0));
        });
        return grouped;
    }

    /** Whether JPA makes the ids of an entity. */
    static boolean generated(SingularAttribute<?, ?> id) {
        return id.getJavaMember() instanceof java.lang.reflect.AnnotatedElement member
                && member.isAnnotationPresent(jakarta.persistence.GeneratedValue.class);
    }
}
