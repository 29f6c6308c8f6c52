package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.Metamodel;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.mapping.FieldValue;
import org.roster.scim.mapping.MembersMapping;
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
        Map<String, MappedType> complete = new LinkedHashMap<>(types);
        types.values().forEach(group -> relate(group, complete));
        return complete;
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
        return Optional.of(new MappedType(type, mapping, entity.get(), identity.get(), scope, grouped(attributes)));
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

    private void relate(MappedType group, Map<String, MappedType> types) {
        Optional<MembersMapping> members = group.mapping().members();
        Optional<ResolvedPath> path =
                group.type().membership().flatMap(m -> group.type().resolve(m.attribute()));
        if (members.isEmpty() || path.isEmpty()) {
            return;
        }
        Mistakes.At at = mistakes.of(group.mapping()).attribute(path.get().toString());
        Optional<Field> collection =
                new FieldFinder(group.entity(), at).collection(members.get().field());
        if (collection.isEmpty()) {
            return;
        }
        jakarta.persistence.metamodel.Type<?> element =
                ((PluralAttribute<?, ?, ?>) collection.get().last()).getElementType();
        Optional<Membership.JoinEntity> joined =
                members.get().via().isPresent() ? joinEntity(group, members.get(), element, at) : Optional.empty();
        if (members.get().via().isPresent() && joined.isEmpty()) {
            return;
        }
        Class<?> memberEntity =
                joined.<Class<?>>map(j -> j.member().last().getJavaType()).orElse(element.getJavaType());
        Optional<MappedType> member = types.values().stream()
                .filter(t -> t.mapping().entity().equals(memberEntity))
                .findFirst();
        if (member.isEmpty()) {
            at.add("the members are of the entity " + memberEntity.getSimpleName()
                    + ", which no EntityMapping is for; map it" + via(members.get(), element));
            return;
        }
        String groupName = group.type().name();
        String memberName = member.get().type().name();
        Membership membership = new Membership(
                () -> Objects.requireNonNull(types.get(groupName)),
                () -> Objects.requireNonNull(types.get(memberName)),
                collection.get(),
                joined);
        add(types, groupName, new RelationAttribute(path.get(), RelationAttribute.Side.MEMBERS, membership));
        group.type()
                .membership()
                .flatMap(m -> m.inverse())
                .flatMap(name -> member.get().type().resolve(name))
                .ifPresent(inverse -> add(
                        types, memberName, new RelationAttribute(inverse, RelationAttribute.Side.GROUPS, membership)));
    }

    private static String via(MembersMapping members, jakarta.persistence.metamodel.Type<?> element) {
        return members.via().isPresent() || !(element instanceof ManagedType<?> managed)
                ? ""
                : ", or say how the join entity leads to the member: m.via(<field of "
                        + managed.getJavaType().getSimpleName() + ">)";
    }

    private static void add(Map<String, MappedType> types, String name, RelationAttribute relation) {
        MappedType old = Objects.requireNonNull(types.get(name));
        List<MappedAttribute> attributes = new ArrayList<>(old.attributes());
        attributes.add(relation);
        types.put(name, new MappedType(old.type(), old.mapping(), old.entity(), old.fields(), old.scope(), attributes));
    }

    private static Optional<Membership.JoinEntity> joinEntity(
            MappedType group, MembersMapping members, jakarta.persistence.metamodel.Type<?> element, Mistakes.At at) {
        if (!(element instanceof EntityType<?> entity)) {
            at.add("the elements of \"" + members.field() + "\" are no entities; leave .via(...) out");
            return Optional.empty();
        }
        FieldFinder fields = new FieldFinder(entity, at);
        Optional<Field> member = fields.reference(members.via().orElseThrow());
        Optional<Field> owner = members.owner().isPresent()
                ? fields.reference(members.owner().get())
                : fields.backTo(group.mapping().entity());
        List<Scope.Mark> values = new ArrayList<>();
        for (FieldValue value : members.values()) {
            fields.value(value.field())
                    .filter(f -> MetaCompiler.fits(f, value.value(), at))
                    .ifPresent(f -> values.add(new Scope.Mark(f, value.value())));
        }
        return member.map(m -> new Membership.JoinEntity(entity.getJavaType(), m, owner, values));
    }

    /** Whether JPA makes the ids of an entity. */
    static boolean generated(SingularAttribute<?, ?> id) {
        return id.getJavaMember() instanceof java.lang.reflect.AnnotatedElement member
                && member.isAnnotationPresent(jakarta.persistence.GeneratedValue.class);
    }
}
