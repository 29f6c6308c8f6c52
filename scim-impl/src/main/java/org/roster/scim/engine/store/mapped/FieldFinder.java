package org.roster.scim.engine.store.mapped;

import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.ManagedType;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import jakarta.persistence.metamodel.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roster.scim.schema.Suggestion;

/**
 * Finds the persistent attributes that a mapping names.
 *
 * @param type what they belong to
 * @param at where to tell a mistake
 */
record FieldFinder(ManagedType<?> type, Mistakes.At at) {

    FieldFinder at(Mistakes.At other) {
        return new FieldFinder(type, other);
    }

    /** A field with a value of its own. */
    Optional<Field> value(String path) {
        return find(path).filter(field -> {
            boolean basic = field.last() instanceof SingularAttribute<?, ?> s
                    && s.getType().getPersistenceType() == Type.PersistenceType.BASIC;
            if (!basic) {
                at.add("the field \"" + path + "\" of " + name() + " is "
                        + (field.last().isCollection() ? "a collection" : "an object")
                        + ", not a value; " + instead(field, path));
            }
            return basic;
        });
    }

    private static String instead(Field field, String path) {
        return field.last().isCollection()
                ? "map it by .elements(...)"
                : "name one of its fields, for instance \"" + path + ".name\"";
    }

    /** A collection. */
    Optional<Field> collection(String path) {
        return find(path).filter(field -> {
            boolean collection = field.last() instanceof PluralAttribute<?, ?, ?> plural
                    && plural.getCollectionType() != PluralAttribute.CollectionType.MAP;
            if (!collection) {
                at.add("the field \"" + path + "\" of " + name() + " is no collection; map it by .attribute(...)");
            }
            return collection;
        });
    }

    /** A field that leads to an entity. */
    Optional<Field> reference(String path) {
        return find(path).filter(field -> {
            boolean reference = field.last().isAssociation() && !field.last().isCollection();
            if (!reference) {
                at.add("the field \"" + path + "\" of " + name() + " does not lead to an entity; name one that does");
            }
            return reference;
        });
    }

    /** The only field that leads to an entity of a class; empty if there is none, or several. */
    Optional<Field> backTo(Class<?> entity) {
        List<Attribute<?, ?>> fitting = type.getAttributes().stream()
                .filter(a -> a.isAssociation()
                        && !a.isCollection()
                        && a.getJavaType().isAssignableFrom(entity))
                .collect(Collectors.toList());
        return fitting.size() == 1 ? Optional.of(new Field(fitting)) : Optional.empty();
    }

    private Optional<Field> find(String path) {
        List<Attribute<?, ?>> steps = new ArrayList<>();
        ManagedType<?> holder = type;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            Optional<Attribute<?, ?>> found = attribute(holder, names[i]);
            if (found.isEmpty()) {
                at.add("the entity " + holder.getJavaType().getSimpleName() + " has no field \"" + names[i] + "\""
                        + suggestion(holder, names[i]));
                return Optional.empty();
            }
            steps.add(found.get());
            if (i < names.length - 1) {
                Optional<ManagedType<?>> next = managed(found.get());
                if (next.isEmpty()) {
                    at.add("the field \"" + names[i] + "\" of "
                            + holder.getJavaType().getSimpleName() + " has no fields, so \"" + path
                            + "\" leads nowhere; end at \"" + names[i] + "\", or name an embedded or joined entity");
                    return Optional.empty();
                }
                holder = next.get();
            }
        }
        return Optional.of(new Field(steps));
    }

    private static Optional<ManagedType<?>> managed(Attribute<?, ?> attribute) {
        return attribute instanceof SingularAttribute<?, ?> s && s.getType() instanceof ManagedType<?> managed
                ? Optional.of(managed)
                : Optional.empty();
    }

    private static Optional<Attribute<?, ?>> attribute(ManagedType<?> holder, String name) {
        return holder.getAttributes().stream()
                .filter(a -> a.getName().equals(name))
                .<Attribute<?, ?>>map(a -> a)
                .findFirst();
    }

    private static String suggestion(ManagedType<?> holder, String name) {
        String near = Suggestion.of(name, holder.getAttributes().stream().map(Attribute::getName));
        return near.isEmpty()
                ? "; it has "
                        + holder.getAttributes().stream()
                                .map(Attribute::getName)
                                .sorted()
                                .collect(Collectors.joining(", "))
                : near;
    }

    private String name() {
        return type.getJavaType().getSimpleName();
    }
}
