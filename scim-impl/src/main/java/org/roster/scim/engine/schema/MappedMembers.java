package org.roster.scim.engine.schema;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.mapping.EntityMapping;
import org.roster.scim.mapping.MembersMapping;
import org.roster.scim.schema.Attribute;

/**
 * What the members of a mapped group are: entities of one class or of a few, so resources of these types.
 *
 * @param mappings how types lie on entities
 */
record MappedMembers(Iterable<? extends EntityMapping<?>> mappings) {

    /** Names of the members' resource types; empty if the classes do not tell. */
    List<String> types(EntityMapping<?> group) {
        List<Optional<String>> types = group.members().stream()
                .map(m -> entity(group.entity(), m).flatMap(this::type))
                .toList();
        return types.contains(Optional.<String>empty())
                ? List.of()
                : types.stream().flatMap(Optional::stream).distinct().toList();
    }

    private Optional<String> type(Class<?> entity) {
        for (EntityMapping<?> mapping : mappings) {
            if (mapping.entity().equals(entity)) {
                return Optional.of(mapping.resourceType());
            }
        }
        return Optional.empty();
    }

    private static Optional<Class<?>> entity(Class<?> group, MembersMapping members) {
        Optional<Class<?>> element = of(group, members.field()).flatMap(MappedMembers::element);
        return members.via().isEmpty()
                ? element
                : element.flatMap(row -> of(row, members.via().get()))
                        .filter(Class.class::isInstance)
                        .map(type -> (Class<?>) type);
    }

    private static Optional<Class<?>> element(Type collection) {
        return collection instanceof ParameterizedType generic
                        && generic.getActualTypeArguments().length == 1
                        && generic.getActualTypeArguments()[0] instanceof Class<?> element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** The type of a field, or of the property of this name. */
    private static Optional<Type> of(Class<?> entity, String name) {
        String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (@Nullable Class<?> type = entity; type != null; type = type.getSuperclass()) {
            Optional<Type> found = Stream.of(type.getDeclaredFields())
                    .filter(f -> f.getName().equals(name))
                    .map(Field::getGenericType)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            Optional<Type> returned = Stream.of(type.getDeclaredMethods())
                    .filter(m -> m.getName().equals(getter) && m.getParameterCount() == 0)
                    .map(Method::getGenericReturnType)
                    .findFirst();
            if (returned.isPresent()) {
                return returned;
            }
        }
        return Optional.empty();
    }

    /** The attribute, when its values are of some types. */
    static Attribute of(Attribute members, List<String> types) {
        return members.toBuilder()
                .subAttributes(members.subAttributes().stream()
                        .map(sub -> switch (sub.name()) {
                            case "$ref" -> sub.toBuilder().referenceTypes(types).build();
                            case "type" ->
                                sub.toBuilder().canonicalValues(types).build();
                            default -> sub;
                        })
                        .toList())
                .build();
    }
}
