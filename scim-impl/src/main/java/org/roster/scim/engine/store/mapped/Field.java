package org.roster.scim.engine.store.mapped;

import jakarta.persistence.Column;
import jakarta.persistence.metamodel.Attribute;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Type of its values; primitives as objects. */
    Class<?> type() {
        return Boxed.of(last().getJavaType());
    }

    /** Whether its column is too short for text that does not fit into a cursor. */
    boolean shortText() {
        @Nullable
        Column column =
                last().getJavaMember() instanceof AnnotatedElement member ? member.getAnnotation(Column.class) : null;
        return column != null && column.columnDefinition().isEmpty() && column.length() <= SHORT;
    }

    @Override
    public String toString() {
        return steps.stream().map(Attribute::getName).collect(Collectors.joining("."));
    }
}
