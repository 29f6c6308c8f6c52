package org.roster.scim.oracle;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Uniqueness;

/** A resource that is being patched. */
final class NaiveResource {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final ResourceType type;
    private final Surroundings others;
    private final Map<String, JsonValue> attributes;

    NaiveResource(ResourceType type, JsonObject attributes, Surroundings others) {
        this.type = type;
        this.others = others;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    /** The whole attribute at a target, whatever sub-attribute it names. */
    JsonValue get(NaiveTarget target) {
        return get(target.urn(), target.attribute().orElseThrow());
    }

    private JsonValue get(String urn, Attribute attribute) {
        JsonValue holder = attributes.get(urn);
        JsonValue value = urn.isEmpty()
                ? attributes.get(attribute.name())
                : holder instanceof JsonObject object ? object.get(attribute.name()) : null;
        return value == null ? JsonValue.NULL : value;
    }

    void put(NaiveTarget target, JsonValue value) {
        Attribute attribute = target.attribute().orElseThrow();
        JsonValue cleaned = NaiveReader.cleaned(membersShown(attribute, value));
        if (target.urn().isEmpty()) {
            set(attribute.name(), cleaned);
        } else {
            JsonObject holder =
                    attributes.get(target.urn()) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
            set(
                    target.urn(),
                    NaiveReader.cleaned(JSON.createObjectBuilder(holder)
                            .add(attribute.name(), cleaned)
                            .build()));
        }
    }

    private void set(String name, JsonValue value) {
        if (value == JsonValue.NULL) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }

    /** Of a member the client's word counts only for who it is. */
    private JsonValue membersShown(Attribute attribute, JsonValue value) {
        boolean members = type.membership().map(Membership::attribute).equals(Optional.of(attribute.name()));
        if (!members) {
            return value;
        }
        Set<JsonValue> ids = new LinkedHashSet<>();
        for (JsonValue element : Representation.values(value)) {
            if (!(element instanceof JsonObject object) || !object.containsKey("value")) {
                throw new Refused(Set.of("400 invalidValue"), "a member without value");
            }
            ids.add(object.get("value"));
        }
        JsonArrayBuilder shown = JSON.createArrayBuilder();
        ids.forEach(id -> shown.add(others.member(NaiveValues.text(id))
                .orElseGet(() -> JSON.createObjectBuilder().add("value", id).build())));
        return shown.build();
    }

    void removeExtension(String urn) {
        attributes.remove(urn);
    }

    /** Does a step, and refuses it if it changed what is immutable (§3.5.2). */
    void change(Runnable step) {
        Map<String, JsonValue> before = immutableValues();
        step.run();
        Map<String, JsonValue> after = immutableValues();
        before.forEach((path, value) -> {
            if (!Objects.equals(value, after.get(path))) {
                throw new Refused(Set.of("400 mutability"), path + " is immutable");
            }
        });
    }

    private Map<String, JsonValue> immutableValues() {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        type.attributes().forEach(p -> {
            JsonValue value = get(p.extension().orElse(""), p.attribute());
            if (p.attribute().mutability() == Mutability.IMMUTABLE && value != JsonValue.NULL) {
                values.put(p.toString(), value);
            }
            if (value instanceof JsonObject object) {
                p.attribute().subAttributes().stream()
                        .filter(s -> s.mutability() == Mutability.IMMUTABLE && object.containsKey(s.name()))
                        .forEach(s -> values.put(p + "." + s.name(), object.get(s.name())));
            }
        });
        return values;
    }

    /** The resource after all operations; §3.5.2 lets none of them leave it invalid. */
    JsonObject checked() {
        Set<String> mistakes = new HashSet<>();
        type.attributes()
                .filter(p -> p.attribute().mutability() != Mutability.READ_ONLY)
                .forEach(p -> check(p.extension().orElse(""), p.attribute(), mistakes));
        if (!mistakes.isEmpty()) {
            throw new Refused(mistakes, "the result is not valid");
        }
        JsonObjectBuilder result = JSON.createObjectBuilder();
        attributes.forEach(result::add);
        return result.build();
    }

    private void check(String urn, Attribute attribute, Set<String> mistakes) {
        boolean there = urn.isEmpty() || attributes.containsKey(urn);
        List<JsonValue> values = Representation.values(get(urn, attribute));
        boolean missing = attribute.required() && there && values.stream().allMatch(NaiveResource::blank);
        boolean missingInside = attribute.subAttributes().stream()
                .filter(s -> s.required() && s.mutability() != Mutability.READ_ONLY)
                .anyMatch(s -> values.stream().anyMatch(v -> !v.asJsonObject().containsKey(s.name())));
        if (missing || missingInside) {
            // "Removed or becomes unassigned" is mutability in §3.5.2.2, a missing value is invalidValue in Table 9.
            mistakes.addAll(Set.of("400 invalidValue", "400 mutability"));
        }
        if (attribute.uniqueness() != Uniqueness.NONE
                && values.stream().anyMatch(v -> others.taken(urn, attribute, v))) {
            mistakes.add("409 uniqueness");
        }
        if (type.membership().map(Membership::attribute).equals(Optional.of(attribute.name()))
                && ids(values).anyMatch(id -> !others.mayBeMember(id))) {
            mistakes.add("400 invalidValue");
        }
    }

    private static Stream<String> ids(List<JsonValue> members) {
        return members.stream().map(m -> m.asJsonObject().getString("value"));
    }

    private static boolean blank(JsonValue value) {
        return value instanceof JsonString text && text.getString().isBlank();
    }
}
