package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.Attribute;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;

/**
 * Writes attributes to an entity that is loaded and locked. Only what differs is written.
 *
 * @param em of the running transaction
 * @param mapped where attributes lie
 * @param entity the entity
 * @param tenant whose it is
 * @param before the attributes as they are
 */
record EntityWriter(EntityManager em, MappedType mapped, Object entity, String tenant, JsonObject before) {

    /** Writes what lies in the row of the entity, and says whether anything differed. */
    boolean writeRow(JsonObject after) {
        List<RowAttribute> different = different(after)
                .filter(RowAttribute.class::isInstance)
                .map(RowAttribute.class::cast)
                .toList();
        different.forEach(a -> a.write(this, value(after, a.path())));
        return !different.isEmpty();
    }

    /** Writes what lies in rows of its own, and says whether anything differed. The entity is persistent by now. */
    boolean writeLists(JsonObject after) {
        List<ListAttribute> different = different(after)
                .filter(ListAttribute.class::isInstance)
                .map(ListAttribute.class::cast)
                .toList();
        different.forEach(a -> new CollectionWriter(em, mapped, entity).write(a, value(after, a.path())));
        return !different.isEmpty();
    }

    private Stream<MappedAttribute> different(JsonObject after) {
        return mapped.attributes().stream()
                .filter(a -> !(a instanceof RelationAttribute)
                        && a.path().attribute().mutability() != Mutability.READ_ONLY)
                .filter(a -> a.differs(value(before, a.path()), value(after, a.path())));
    }

    private static Optional<JsonValue> value(JsonObject attributes, ResolvedPath path) {
        @Nullable
        JsonValue holder =
                path.extension().isPresent() ? attributes.get(path.extension().get()) : attributes;
        return holder instanceof JsonObject object
                ? Optional.ofNullable(object.get(path.attribute().name()))
                : Optional.empty();
    }

    /** Writes those sub-attributes that differ. */
    void writeParts(ComplexAttribute complex, Optional<JsonValue> value) {
        for (RowAttribute part : complex.parts()) {
            String name = part.path().target().name();
            Optional<JsonValue> sub = sub(value, name);
            if (!sub.equals(sub(value(before, complex.path()), name))) {
                part.write(this, sub);
            }
        }
    }

    private static Optional<JsonValue> sub(Optional<JsonValue> object, String name) {
        return object.map(o -> o.asJsonObject().get(name));
    }

    /** Writes each element to its columns. */
    void writeFixed(FixedAttribute fixed, Optional<JsonValue> value) {
        JsonArray array = value.map(JsonValue::asJsonArray).orElse(JsonValue.EMPTY_JSON_ARRAY);
        Set<String> seen = new HashSet<>();
        for (JsonValue element : array) {
            String type = type(element).orElseGet(() -> fixed.elements().get(0).type());
            if (fixed.elements().stream().noneMatch(e -> e.type().equalsIgnoreCase(type))) {
                throw ScimException.invalidValue(fixed.path() + ": there is no place for the type \"" + type
                        + "\"; it must be one of "
                        + String.join(
                                ", ",
                                fixed.elements().stream()
                                        .map(FixedAttribute.Element::type)
                                        .toList()));
            }
            if (!seen.add(type.toLowerCase(Locale.ROOT))) {
                throw ScimException.invalidValue(
                        fixed.path() + ": there is place for one element of the type \"" + type + "\" only");
            }
        }
        for (FixedAttribute.Element element : fixed.elements()) {
            Optional<JsonValue> found = array.stream()
                    .filter(e -> type(e).orElseGet(() -> fixed.elements().get(0).type())
                            .equalsIgnoreCase(element.type()))
                    .findFirst();
            for (ColumnAttribute column : element.columns()) {
                column.write(this, sub(found, column.path().target().name()));
            }
        }
    }

    private static Optional<String> type(JsonValue element) {
        return element.asJsonObject().containsKey("type")
                ? Optional.of(element.asJsonObject().getString("type"))
                : Optional.empty();
    }

    /** Writes one column. */
    void set(ColumnAttribute column, Optional<JsonValue> value) {
        Optional<Object> converted = converted(column, value);
        Field field = column.column().field();
        if (field.joined()) {
            join(column, converted);
            return;
        }
        if (column.column().writer().isPresent()) {
            refusable(column.path(), () -> column.column().writer().get().accept(entity, converted.orElse(null)));
        } else {
            boolean same = get(field).equals(converted)
                    || (column.type() instanceof UnsetType && get(field).isPresent() && converted.isPresent());
            if (!same) {
                refusable(column.path(), () -> set(field, converted.orElse(null)));
            }
        }
        column.column()
                .folded()
                .ifPresent(f -> set(
                        f,
                        value.flatMap(v -> ComparisonKey.of(column.path().target(), v))
                                .orElse(null)));
    }

    private static Optional<Object> converted(ColumnAttribute column, Optional<JsonValue> value) {
        try {
            return column.type().column(value);
        } catch (IllegalArgumentException | ArithmeticException refused) {
            throw ScimException.invalidValue(column.path() + ": " + refused.getMessage());
        }
    }

    /** The entity's own code may refuse a value. */
    private static void refusable(ResolvedPath path, Runnable write) {
        try {
            write.run();
        } catch (IllegalArgumentException refused) {
            throw ScimException.invalidValue(path + ": the value is refused: " + refused.getMessage());
        }
    }

    Optional<Object> get(Field field) {
        Optional<Object> holder = Optional.of(entity);
        for (Attribute<?, ?> step : field.steps()) {
            holder = holder.flatMap(new Accessor(step)::get);
        }
        return holder;
    }

    /** Sets a field of the entity, or of something embedded, which is made if it is not there. */
    void set(Field field, @Nullable Object value) {
        Object holder = entity;
        for (Attribute<?, ?> step : field.way()) {
            Accessor accessor = new Accessor(step);
            Optional<Object> inner = accessor.get(holder);
            if (inner.isEmpty()) {
                if (value == null) {
                    return;
                }
                Object made = Accessor.make(step.getJavaType());
                accessor.set(holder, made);
                holder = made;
            } else {
                holder = inner.get();
            }
        }
        new Accessor(field.last()).set(holder, value);
    }

    /** Points to the joined entity that has the value. */
    private void join(ColumnAttribute column, Optional<Object> value) {
        Field field = column.column().field();
        Field reference = new Field(field.way());
        if (value.isEmpty()) {
            set(reference, null);
            return;
        }
        ColumnAttribute.Place last = ColumnAttribute.Place.plain(
                new Field(List.of(field.last())), column.column().collated(), true);
        ColumnAttribute there = new ColumnAttribute(column.path(), last, column.type());
        Joined joined = new Joined(em, mapped, tenant);
        List<Object> found = joined.find(reference.last().getJavaType(), search -> {
            Operand operand = there.operand(search);
            return column.type() instanceof TextType text
                    ? text.compares(
                            operand,
                            CompareOperator.EQ,
                            JsonValues.of(value.get()).orElseThrow())
                    : operand.compares(CompareOperator.EQ, value.get());
        });
        boolean makes = column.column().maker().isPresent()
                && !joined.isTenant(reference.last().getJavaType());
        if (found.isEmpty() && makes) {
            refusable(column.path(), () -> {
                Object made = column.column().maker().get().apply(value.get());
                joined.tenantField(made.getClass())
                        .ifPresent(f -> new Accessor(f)
                                .set(made, get(new Field(List.of(f))).orElse(null)));
                em.persist(made);
                set(reference, made);
            });
            return;
        }
        if (found.size() != 1) {
            throw ScimException.invalidValue(
                    column.path() + ": there is " + (found.isEmpty() ? "nothing" : "more than one") + " called \""
                            + value.get() + "\" that the resource could belong to");
        }
        refusable(column.path(), () -> set(reference, found.get(0)));
    }

    /** Sets a field that is part of which rows are resources; where it is one of a joined entity, points to that. */
    void place(Field field, Object value) {
        if (!field.joined()) {
            set(field, value);
            return;
        }
        Field reference = new Field(field.way());
        Field last = new Field(List.of(field.last()));
        List<Object> found = new Joined(em, mapped, tenant)
                .find(
                        reference.last().getJavaType(),
                        search -> Condition.certain(search.from().path(last) + " = "
                                + search.parameters().add(value)));
        if (found.size() != 1) {
            throw ScimException.of(403, "there is no place for new resources of this tenant");
        }
        set(reference, found.get(0));
    }
}
