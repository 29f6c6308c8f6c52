package org.roster.scim.model;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roster.scim.resource.Unassigned;

/** Between the attributes of a resource and a typed view of them. */
final class Views {

    /** Where a view has what stands below the URI of an extension. */
    static final String EXTENSIONS = "extensions";

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Jsonb BINDING = JsonbBuilder.create();

    private Views() {}

    /** A view of the attributes of a resource. */
    static <V> V of(String id, JsonObject attributes, Class<V> view) {
        JsonObjectBuilder members = JSON.createObjectBuilder();
        JsonObjectBuilder extensions = JSON.createObjectBuilder();
        attributes.forEach((name, value) -> (isUri(name) ? extensions : members).add(name, value));
        return bound(members.add("id", id).add(EXTENSIONS, extensions).build(), view);
    }

    /**
     * A view of one object.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    static <V> V bound(JsonObject object, Class<V> view) {
        try {
            return BINDING.fromJson(object.toString(), view);
        } catch (JsonbException misfit) {
            throw new IllegalArgumentException("this is no " + view.getSimpleName(), misfit);
        }
    }

    /** The attributes that a view stands for, without what is unassigned. */
    static JsonObject attributes(Object view) {
        JsonObject bound = json(view);
        JsonObjectBuilder attributes = JSON.createObjectBuilder();
        bound.forEach((name, value) -> {
            if (!name.equals("id") && !name.equals(EXTENSIONS) && !Unassigned.is(value)) {
                attributes.add(name, assigned(value));
            }
        });
        bound.getOrDefault(EXTENSIONS, JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach(attributes::add);
        return attributes.build();
    }

    /** An object that a view stands for, without what is unassigned. */
    static JsonObject json(Object view) {
        try (JsonReader reader = JSON.createReader(new StringReader(BINDING.toJson(view)))) {
            return reader.readObject();
        }
    }

    private static JsonValue assigned(JsonValue value) {
        if (value instanceof JsonArray array) {
            JsonArrayBuilder elements = JSON.createArrayBuilder();
            array.stream().map(Views::assigned).forEach(elements::add);
            return elements.build();
        }
        return value;
    }

    private static boolean isUri(String name) {
        return name.indexOf(':') >= 0;
    }

    /** JSON Binding has null for a list that is not there. */
    static <E> List<E> list(@Nullable List<E> elements) {
        return elements == null ? List.of() : List.copyOf(elements);
    }

    /** JSON Binding has null for a map that is not there. */
    static <E> Map<String, E> map(@Nullable Map<String, E> members) {
        return members == null ? Map.of() : Map.copyOf(members);
    }
}
