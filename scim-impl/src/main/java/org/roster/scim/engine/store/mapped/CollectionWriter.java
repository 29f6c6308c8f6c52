package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.PluralAttribute;
import jakarta.persistence.metamodel.SetAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.error.ScimException;

/**
 * Writes the elements of a collection: those that are as they shall be stay, the others go, become what is missing, or come.
 *
 * @param em of the running transaction
 * @param mapped type of the resource
 * @param entity with the collection
 */
record CollectionWriter(EntityManager em, MappedType mapped, Object entity) {

    void write(ListAttribute attribute, Optional<JsonValue> value) {
        if (attribute instanceof ElementsAttribute elements && !elements.readOnly()) {
            write(elements, value.map(JsonValue::asJsonArray).orElse(JsonValue.EMPTY_JSON_ARRAY));
        } else if (attribute instanceof KeyedAttribute keyed) {
            write(keyed, value);
        }
    }

    private void write(ElementsAttribute elements, JsonArray wanted) {
        Collection<Object> collection = collection(elements.child());
        List<JsonValue> missing = new ArrayList<>(wanted);
        List<Object> surplus = new ArrayList<>();
        for (Object element : List.copyOf(collection)) {
            if (!missing.remove(shown(elements, element))) {
                surplus.add(element);
            }
        }
        if (elements.child().isEntity()) {
            missing.removeIf(value -> become(elements, surplus, value));
        }
        surplus.forEach(element -> remove(elements.child(), collection, element));
        missing.forEach(value -> add(elements.child(), collection, made(elements, value)));
    }

    /** A child entity that is no longer wanted as it is keeps what is not mapped, if it is of the same type. */
    private boolean become(ElementsAttribute elements, List<Object> surplus, JsonValue value) {
        Optional<Object> heir = surplus.stream()
                .filter(e -> type(shown(elements, e)).equals(type(value)))
                .findFirst();
        heir.ifPresent(element -> {
            surplus.remove(element);
            fill(elements, element, value);
        });
        return heir.isPresent();
    }

    private static Optional<JsonValue> type(JsonValue element) {
        return element instanceof JsonObject object ? Optional.ofNullable(object.get("type")) : Optional.empty();
    }

    /** An element as the resource shows it. */
    private static JsonValue shown(ElementsAttribute elements, Object element) {
        if (elements.parts().basic().isPresent()) {
            JsonValue value = elements.parts()
                    .basic()
                    .get()
                    .type()
                    .json(Optional.of(element))
                    .orElse(JsonValue.NULL);
            return elements.path().attribute().complex() ? object(Map.of("value", value)) : value;
        }
        Map<String, JsonValue> parts = new HashMap<>();
        for (ColumnAttribute column : elements.parts().columns()) {
            Optional<Object> found = Optional.of(element);
            for (var step : column.column().field().steps()) {
                found = found.flatMap(new Accessor(step)::get);
            }
            column.type()
                    .json(found)
                    .ifPresent(v -> parts.put(column.path().target().name(), v));
        }
        elements.parts().constants().forEach(c -> parts.put(c.path().target().name(), c.value()));
        return object(parts);
    }

    private static JsonObject object(Map<String, JsonValue> parts) {
        var builder = jakarta.json.spi.JsonProvider.provider().createObjectBuilder();
        parts.forEach(builder::add);
        return builder.build();
    }

    private Object made(ElementsAttribute elements, JsonValue value) {
        if (elements.parts().basic().isPresent()) {
            JsonValue basic = elements.path().attribute().complex()
                    ? Optional.ofNullable(value.asJsonObject().get("value"))
                            .orElseThrow(() ->
                                    ScimException.invalidValue(elements.path() + ": an element needs a \"value\""))
                    : value;
            return elements.parts()
                    .basic()
                    .get()
                    .type()
                    .column(Optional.of(basic))
                    .orElseThrow();
        }
        Object element = Accessor.make(elements.child().elementType());
        fill(elements, element, value);
        return element;
    }

    private void fill(ElementsAttribute elements, Object element, JsonValue value) {
        JsonObject object = value.asJsonObject();
        for (ConstantAttribute constant : elements.parts().constants()) {
            String name = constant.path().target().name();
            if (object.containsKey(name) && !constant.value().equals(object.get(name))) {
                throw ScimException.invalidValue(elements.path() + "." + name + " is always " + constant.value());
            }
        }
        EntityWriter writer = new EntityWriter(em, mapped, element, "", JsonValue.EMPTY_JSON_OBJECT);
        for (ColumnAttribute column : elements.parts().columns()) {
            column.write(
                    writer,
                    Optional.ofNullable(object.get(column.path().target().name())));
        }
    }

    private void write(KeyedAttribute keyed, Optional<JsonValue> value) {
        Collection<Object> collection = collection(keyed.child());
        Accessor name = new Accessor(keyed.name().last());
        Accessor text = new Accessor(keyed.value().column().field().last());
        Optional<Object> row = collection.stream()
                .filter(e -> name.get(e).filter(keyed.key()::equals).isPresent())
                .findFirst();
        Optional<Object> converted = keyed.value().type().column(value);
        if (row.isPresent() && converted.isPresent() && keyed.child().isEntity()) {
            text.set(row.get(), converted.get());
            return;
        }
        row.ifPresent(old -> remove(keyed.child(), collection, old));
        converted.ifPresent(v -> {
            Object made = Accessor.make(keyed.child().elementType());
            name.set(made, keyed.key());
            text.set(made, v);
            add(keyed.child(), collection, made);
        });
    }

    @SuppressWarnings("unchecked") // the metamodel says that it is a collection
    private Collection<Object> collection(Child child) {
        Accessor accessor = new Accessor(child.collection().last());
        Optional<Object> there = accessor.get(entity);
        if (there.isEmpty()) {
            boolean set = child.collection().last() instanceof SetAttribute<?, ?>
                    || ((PluralAttribute<?, ?, ?>) child.collection().last()).getCollectionType()
                            == PluralAttribute.CollectionType.SET;
            Collection<Object> made = set ? new HashSet<>() : new ArrayList<>();
            accessor.set(entity, made);
            return made;
        }
        return (Collection<Object>) there.get();
    }

    private void remove(Child child, Collection<Object> collection, Object element) {
        collection.remove(element);
        if (child.isEntity()) {
            em.remove(element);
        }
    }

    private void add(Child child, Collection<Object> collection, Object element) {
        child.parent().ifPresent(p -> new Accessor(p.last()).set(element, entity));
        collection.add(element);
        if (child.isEntity()) {
            em.persist(element);
        }
    }
}
