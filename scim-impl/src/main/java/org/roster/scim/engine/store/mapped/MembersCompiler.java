package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.roster.scim.mapping.FieldValue;
import org.roster.scim.mapping.MembersMapping;
import org.roster.scim.schema.ResolvedPath;

/**
 * Checks how members lie on entities.
 *
 * @param types what is mapped but for members, by name
 * @param mistakes takes what is wrong
 */
record MembersCompiler(Map<String, MappedType> types, Mistakes mistakes) {

    MembersCompiler {
        types = new LinkedHashMap<>(types);
    }

    /** The types with their members, and these with their groups. */
    Map<String, MappedType> related() {
        for (MappedType group : List.copyOf(types.values())) {
            Optional<ResolvedPath> path =
                    group.type().membership().flatMap(m -> group.type().resolve(m.attribute()));
            path.ifPresent(p -> relate(group, p));
        }
        return types;
    }

    private void relate(MappedType group, ResolvedPath path) {
        Mistakes.At at = mistakes.of(group.mapping()).attribute(path.toString());
        List<MappedType> known = new ArrayList<>();
        for (MembersMapping members : group.mapping().members()) {
            Optional<Membership> membership = membership(group, members, at);
            Optional<MappedType> member = membership.map(m -> m.member().get());
            if (member.filter(m -> distinct(m, known, at)).isPresent()) {
                known.add(member.get());
                relate(path, membership.get());
            }
        }
    }

    /** Whether ids tell members of one type from those of the others. */
    private static boolean distinct(MappedType member, List<MappedType> known, Mistakes.At at) {
        if (known.stream().anyMatch(k -> k.type().equals(member.type()))) {
            at.add("the members of the entity " + member.entityName() + " are mapped twice; take one of the two out");
            return false;
        }
        if (numbered(member)) {
            known.stream()
                    .filter(MembersCompiler::numbered)
                    .findFirst()
                    .ifPresent(k -> at.add("the ids of "
                            + k.entityName() + " and of " + member.entityName()
                            + " are numbers both, so nobody could tell a member of one from one of the other; name a field with"
                            + " text or a UUID by .id(...) of one of them"));
        }
        return true;
    }

    private static boolean numbered(MappedType type) {
        Class<?> id = type.id().field().type();
        return id != String.class && id != UUID.class;
    }

    private void relate(ResolvedPath path, Membership membership) {
        MappedType group = membership.group().get();
        put(group.with(new Relation(path, Relation.Side.MEMBERS, membership), true));
        // Of a group that is in itself by its type, the one with the members by now.
        MappedType member = membership.member().get();
        Optional<ResolvedPath> inverse = group.type()
                .membership()
                .flatMap(m -> m.inverse())
                .flatMap(name -> member.type().resolve(name));
        put(member.with(new Relation(inverse.orElse(path), Relation.Side.GROUPS, membership), inverse.isPresent()));
    }

    private void put(MappedType type) {
        types.put(type.type().name(), type);
    }

    private MappedType get(String name) {
        return Objects.requireNonNull(types.get(name));
    }

    private Optional<Membership> membership(MappedType group, MembersMapping members, Mistakes.At at) {
        Optional<Field> collection = new FieldFinder(group.entity(), at).collection(members.field());
        if (collection.isEmpty()) {
            return Optional.empty();
        }
        Type<?> element = ((PluralAttribute<?, ?, ?>) collection.get().last()).getElementType();
        Optional<Membership.JoinEntity> joined =
                members.via().isPresent() ? joinEntity(group, members, collection.get(), at) : Optional.empty();
        if (members.via().isPresent() && joined.isEmpty()) {
            return Optional.empty();
        }
        Class<?> entity =
                joined.<Class<?>>map(j -> j.member().last().getJavaType()).orElse(element.getJavaType());
        Optional<MappedType> member = types.values().stream()
                .filter(t -> t.mapping().entity().equals(entity))
                .findFirst();
        if (member.isEmpty()) {
            at.add("the members are of the entity " + entity.getSimpleName() + ", which no EntityMapping is for; map it"
                    + via(members, element));
            return Optional.empty();
        }
        String groupName = group.type().name();
        String memberName = member.get().type().name();
        return Optional.of(new Membership(() -> get(groupName), () -> get(memberName), collection.get(), joined));
    }

    private static String via(MembersMapping members, Type<?> element) {
        return members.via().isPresent() || !(element instanceof ManagedType<?> managed)
                ? ""
                : ", or say how the join entity leads to the member: m.via(<field of "
                        + managed.getJavaType().getSimpleName() + ">)";
    }

    private static Optional<Membership.JoinEntity> joinEntity(
            MappedType group, MembersMapping members, Field collection, Mistakes.At at) {
        if (!(((PluralAttribute<?, ?, ?>) collection.last()).getElementType() instanceof EntityType<?> entity)) {
            at.add("the elements of \"" + members.field() + "\" are no entities; leave .via(...) out");
            return Optional.empty();
        }
        FieldFinder fields = new FieldFinder(entity, at);
        Optional<Field> member = fields.reference(members.via().orElseThrow());
        Optional<Field> owner = members.owner()
                .or(collection::mappedBy)
                .map(fields::reference)
                .orElseGet(() -> fields.backTo(group.mapping().entity()));
        List<Scope.Mark> values = new ArrayList<>();
        for (FieldValue value : members.values()) {
            fields.value(value.field())
                    .filter(f -> MetaCompiler.fits(f, value.value(), at))
                    .ifPresent(f -> values.add(new Scope.Mark(f, value.value())));
        }
        return member.map(
                m -> new Membership.JoinEntity(entity.getJavaType(), m, owner.filter(o -> !o.equals(m)), values));
    }
}
