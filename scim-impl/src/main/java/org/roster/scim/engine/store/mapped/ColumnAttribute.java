package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roster.scim.filter.Filter;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;

/**
 * A value in a column.
 *
 * @param path the attribute; inside of a multi-valued one its sub-attribute
 * @param column where it lies
 * @param type how it is converted and compared
 */
record ColumnAttribute(ResolvedPath path, Place column, ColumnType type) implements RowAttribute {

    /**
     * Where a value lies.
     *
     * @param field the column
     * @param folded column with the folded value
     * @param collated whether the database compares it without case
     * @param readOnly whether it is never written
     * @param writer the entity's method that writes it
     * @param maker makes the joined entity that has a value
     */
    record Place(
            Field field,
            Optional<Field> folded,
            boolean collated,
            boolean readOnly,
            Optional<BiConsumer<Object, @Nullable Object>> writer,
            Optional<Function<Object, Object>> maker) {

        /** A column that is read and found, and written by itself. */
        static Place plain(Field field, boolean collated, boolean readOnly) {
            return new Place(field, Optional.empty(), collated, readOnly, Optional.empty(), Optional.empty());
        }
    }

    @Override
    public Reading select(Columns columns) {
        if (path.target().mutability() == Mutability.WRITE_ONLY) {
            return row -> Optional.empty();
        }
        Columns.Column source = columns.add(column.field());
        return row -> type.json(source.of(row));
    }

    @Override
    public void write(EntityWriter entity, Optional<JsonValue> value) {
        if (!column.readOnly()) {
            entity.set(this, value);
        }
    }

    /** Whether it is a whole core attribute that cannot be cleared, and need not be given. */
    boolean lasts() {
        return path.extension().isEmpty()
                && path.subAttribute().isEmpty()
                && !path.attribute().required()
                && !column.readOnly()
                && column.field().filled();
    }

    Operand operand(Search search) {
        String own = search.from().path(column.field());
        return new Operand(own, key(search, own), search.parameters());
    }

    private String key(Search search, String own) {
        Attribute target = path.target();
        boolean folds = !target.caseExact()
                && (target.type() == AttributeType.STRING || target.type() == AttributeType.REFERENCE)
                && type instanceof TextType;
        if (!folds || column.collated() || column.field().isId()) {
            return own;
        }
        return column.folded().map(search.from()::path).orElse("lower(" + own + ")");
    }

    @Override
    public Condition present(Search search, Optional<String> sub) {
        return type.present(operand(search));
    }

    @Override
    public Condition compares(Search search, Optional<String> sub, Comparand comparand) {
        return type.compares(operand(search), comparand.operator(), comparand.value());
    }

    @Override
    public Condition matches(Search search, Filter element) {
        return element.accept(new ElementFilter(name -> Optional.of(leaf(search))))
                .and(present(search, Optional.empty()));
    }

    ElementFilter.Leaf leaf(Search search) {
        return new ElementFilter.Leaf() {
            @Override
            public Condition present() {
                return ColumnAttribute.this.present(search, Optional.empty());
            }

            @Override
            public Condition compares(Comparand comparand) {
                return ColumnAttribute.this.compares(search, Optional.empty(), comparand);
            }
        };
    }

    @Override
    public Optional<SortKey> sortKey(Search search, Optional<String> sub) {
        return type.sortKey(operand(search))
                .map(key -> key.mayBeLong() && column.field().shortText() ? key.ofShortText() : key);
    }
}
