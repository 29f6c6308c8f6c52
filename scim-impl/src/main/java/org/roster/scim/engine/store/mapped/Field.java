package org.roster.scim.engine.store.mapped;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A persistent attribute as a mapping names it: of the entity, of something embedded, or of a joined entity.
 *
 * @param steps from the entity to the attribute
 */
record Field(List<Attribute<?, ?>> steps) {

    private static final int SHORT = 150;

    Field {
        steps = List.copyOf(steps);
    }

    Attribute<?, ?> last() {
        return steps.get(steps.size() - 1);
    }

    /** The way to the attribute, without itself. */
    List<Attribute<?, ?>> way() {
        return steps.subList(0, steps.size() - 1);
    }

    /** Whether the way leaves the entity. */
    boolean joined() {
        return way().stream().anyMatch(Attribute::isAssociation);
    }

    /** Whether it is the key of an entity, which case belongs to. */
    boolean isId() {
        return last() instanceof SingularAttribute<?, ?> single && single.isId();
    }

    /** The field at the other end that says how a collection lies in the database; empty if the collection itself does. */
    Optional<String> mappedBy() {
        return annotation(ManyToMany.class)
                .map(ManyToMany::mappedBy)
                .or(() -> annotation(OneToMany.class).map(OneToMany::mappedBy))
                .filter(name -> !name.isEmpty());
    }

    /** Type of its values; primitives as objects. */
    Class<?> type() {
        return Boxed.of(last().getJavaType());
    }

    /** Whether its column is too short for text that does not fit into a cursor. */
    boolean shortText() {
        OptionalInt length = length();
        return length.isPresent() && length.getAsInt() <= SHORT;
    }

    /** How many characters its annotation says that the column has place for. */
    OptionalInt length() {
        return annotation(Column.class).filter(c -> c.columnDefinition().isEmpty()).stream()
                .mapToInt(Column::length)
                .findFirst();
    }

    /** Whether its type or its annotations say that it has always a value. */
    boolean filled() {
        return !joined()
                && (last().getJavaType().isPrimitive()
                        || annotation(Column.class).filter(c -> !c.nullable()).isPresent()
                        || annotation(Basic.class).filter(b -> !b.optional()).isPresent());
    }

    private <A extends Annotation> Optional<A> annotation(Class<A> type) {
        return last().getJavaMember() instanceof AnnotatedElement member
                ? Optional.ofNullable(member.getAnnotation(type))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return steps.stream().map(Attribute::getName).collect(Collectors.joining("."));
    }
}
