package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;

/**
 * What a change of a document was: every attribute that differs, with its old and new value; those of extensions by their
 * full names. What never comes back to a client is not here either: of a secret, and of what no schema defines (any more),
 * only the name is told.
 *
 * @param type of the resource
 * @param before its document; empty if it is new
 * @param after its document; empty if it is gone
 */
record ChangeText(ResourceType type, JsonObject before, JsonObject after) {

    private static final JsonProvider JSON = JsonProvider.provider();

    String with(MemberLog members) {
        return members.addTo(json()).build().toString();
    }

    JsonObjectBuilder json() {
        Map<String, JsonValue> old = byName(before);
        Map<String, JsonValue> now = byName(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), now.get(name)));

        JsonObjectBuilder attributes = JSON.createObjectBuilder();
        JsonArrayBuilder masked = JSON.createArrayBuilder();
        for (String name : names) {
            @Nullable Attribute attribute = definition(name);
            if (attribute == null || isSecret(attribute)) {
                masked.add(name);
            } else {
                Difference shown = new Difference(old.get(name), now.get(name)).of(sub -> !isSecret(sub), attribute);
                if (!shown.isNone()) {
                    attributes.add(name, difference(shown.old(), shown.now()));
                }
                attribute.subAttributes().stream()
                        .filter(ChangeText::isSecret)
                        .filter(sub -> !new Difference(old.get(name), now.get(name))
                                .of(sub::equals, attribute)
                                .isNone())
                        .forEach(sub -> masked.add(name + "." + sub.name()));
            }
        }
        JsonObjectBuilder text = JSON.createObjectBuilder();
        addUnlessEmpty(text, "attributes", attributes.build());
        addUnlessEmpty(text, "masked", masked.build());
        return text;
    }

    private static void addUnlessEmpty(JsonObjectBuilder text, String name, JsonValue value) {
        if (!value.equals(JsonValue.EMPTY_JSON_OBJECT) && !value.equals(JsonValue.EMPTY_JSON_ARRAY)) {
            text.add(name, value);
        }
    }

    private Map<String, JsonValue> byName(JsonObject document) {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        document.forEach((name, value) -> {
            if (value instanceof JsonObject extension && isExtension(name)) {
                extension.forEach((sub, v) -> values.put(name + ":" + sub, v));
            } else {
                values.put(name, value);
            }
        });
        return values;
    }

    private boolean isExtension(String name) {
        return type.extension(name).filter(e -> e.id().equals(name)).isPresent();
    }

    private @Nullable Attribute definition(String name) {
        int colon = name.lastIndexOf(':');
        AttributePath local = AttributePath.of(name.substring(colon + 1));
        return type.resolve(colon < 0 ? local : local.in(name.substring(0, colon)))
                .map(ResolvedPath::attribute)
                .orElse(null);
    }

    private static boolean isSecret(Attribute attribute) {
        return attribute.returned() == Returned.NEVER || attribute.mutability() == Mutability.WRITE_ONLY;
    }

    private static JsonObject difference(@Nullable JsonValue old, @Nullable JsonValue now) {
        JsonObjectBuilder difference = JSON.createObjectBuilder();
        if (old != null) {
            difference.add("old", old);
        }
        if (now != null) {
            difference.add("new", now);
        }
        return difference.build();
    }

    /** A value before and after; null where there is none. */
    private record Difference(
            @Nullable JsonValue old, @Nullable JsonValue now) {

        /** The same with some sub-attributes only. */
        Difference of(Predicate<Attribute> which, Attribute attribute) {
            if (attribute.subAttributes().isEmpty()) {
                return this;
            }
            Set<String> others = attribute.subAttributes().stream()
                    .filter(which.negate())
                    .map(Attribute::name)
                    .collect(Collectors.toSet());
            return others.isEmpty() ? this : new Difference(without(others, old), without(others, now));
        }

        boolean isNone() {
            return Objects.equals(old, now);
        }

        private static @Nullable JsonValue without(Set<String> names, @Nullable JsonValue value) {
            if (value instanceof JsonArray array) {
                JsonArrayBuilder elements = JSON.createArrayBuilder();
                array.forEach(e -> elements.add(Objects.requireNonNull(without(names, e))));
                return elements.build();
            }
            if (value instanceof JsonObject object) {
                JsonObjectBuilder rest = JSON.createObjectBuilder(object);
                names.forEach(rest::remove);
                return rest.build();
            }
            return value;
        }
    }
}
