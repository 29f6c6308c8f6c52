package org.roster.scim.oracle;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;

/**
 * PATCH of RFC 7644 §3.5.2 once more: operation by operation, on the resource as JSON. It shares nothing with the compiler
 * and the stores. What is wrong whatever the resource looks like is a mistake that is found first; of several, any may be
 * named. The choices of {@code scim-war/README.md} are marked where they are made.
 */
public final class NaivePatch {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String MESSAGE = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private enum Verb {
        ADD,
        REMOVE,
        REPLACE
    }

    private final ResourceType type;
    private final NaiveResource resource;
    private final Set<String> mistakes = new HashSet<>();
    private final NaiveReader reader = new NaiveReader(mistakes);
    private final List<Runnable> steps = new ArrayList<>();

    private NaivePatch(ResourceType type, NaiveResource resource) {
        this.type = type;
        this.resource = resource;
    }

    /**
     * Applies a request.
     *
     * @return the attributes after it
     */
    public static JsonObject apply(ResourceType type, JsonObject attributes, JsonObject body, Surroundings others) {
        NaivePatch patch = new NaivePatch(type, new NaiveResource(type, attributes, others));
        patch.readMessage(body);
        if (!patch.mistakes.isEmpty()) {
            throw new Refused(patch.mistakes, "mistakes");
        }
        patch.steps.forEach(Runnable::run);
        return patch.resource.checked();
    }

    private void readMessage(JsonObject body) {
        boolean announced = member(body, "schemas").stream()
                .flatMap(s -> Representation.values(s).stream())
                .anyMatch(s -> s instanceof JsonString text && text.getString().equalsIgnoreCase(MESSAGE));
        List<JsonValue> operations = member(body, "Operations")
                .filter(JsonArray.class::isInstance)
                .map(JsonValue::asJsonArray)
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
        if (!announced || operations.isEmpty()) {
            mistakes.add("400 invalidSyntax");
        }
        operations.forEach(this::readOperation);
    }

    private static Optional<JsonValue> member(JsonObject object, String name) {
        return object.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(e -> e.getValue())
                .findFirst();
    }

    private void readOperation(JsonValue json) {
        if (!(json instanceof JsonObject operation)) {
            mistakes.add("400 invalidSyntax");
            return;
        }
        Optional<Verb> verb = member(operation, "op")
                .filter(o -> o instanceof JsonString text && text.getString().matches("(?i)add|remove|replace"))
                .map(o -> Verb.valueOf(NaiveValues.text(o).toUpperCase(Locale.ROOT)));
        if (verb.isEmpty()) {
            mistakes.add("400 invalidSyntax");
            return;
        }
        Optional<JsonValue> path = member(operation, "path").filter(p -> p != JsonValue.NULL);
        Optional<JsonValue> value = member(operation, "value");
        if (path.isEmpty()) {
            withoutPath(verb.get(), value);
        } else if (!(path.get() instanceof JsonString text)) {
            mistakes.add("400 invalidPath");
        } else {
            Set<String> wrong = new HashSet<>();
            NaiveTarget target = NaiveTarget.of(type, text.getString(), wrong);
            mistakes.addAll(wrong);
            if (wrong.isEmpty()) {
                at(verb.get(), target, value);
            } else if (target.readOnly()) {
                mistakes.add("400 mutability");
            }
        }
    }

    private void withoutPath(Verb verb, Optional<JsonValue> value) {
        if (verb == Verb.REMOVE) {
            mistakes.add("400 noTarget");
        } else if (value.isEmpty() || !(value.get() instanceof JsonObject attributes)) {
            mistakes.add("400 invalidValue");
        } else {
            each(verb, attributes, this::named);
        }
    }

    /** What a member of a resource names: an attribute, or an extension by its URN. */
    private Optional<NaiveTarget> named(String name) {
        Optional<NaiveTarget> target = NaiveTarget.named(type, name);
        return target.filter(
                t -> name.equalsIgnoreCase(t.attribute().map(Attribute::name).orElse(t.urn())));
    }

    /** Each attribute as if it stood in the path; unknown ones are ignored, as in POST. */
    private void each(Verb verb, JsonObject attributes, Function<String, Optional<NaiveTarget>> names) {
        Set<String> seen = new HashSet<>();
        attributes.forEach((name, value) -> {
            Optional<NaiveTarget> target = names.apply(name);
            if (target.isPresent() && !seen.add(name.toLowerCase(Locale.ROOT))) {
                mistakes.add("400 invalidSyntax");
            }
            target.ifPresent(t -> at(verb, t, Optional.of(value)));
        });
    }

    private void at(Verb verb, NaiveTarget target, Optional<JsonValue> value) {
        boolean valueless = verb != Verb.REMOVE && value.isEmpty();
        if (valueless) {
            mistakes.add("400 invalidValue");
        }
        if (target.readOnly() || editsMembers(verb, target)) {
            mistakes.add("400 mutability");
        } else if (valueless) {
            return;
        } else if (target.attribute().isEmpty()) {
            extension(verb, target, value.orElse(JsonValue.NULL));
        } else if (verb == Verb.REMOVE) {
            remove(target, value.filter(v -> v != JsonValue.NULL));
        } else if (target.elements().isPresent()) {
            elements(verb, target, value.orElseThrow());
        } else if (target.sub().isPresent()) {
            sub(verb, target, value.orElseThrow());
        } else if (target.multiValued()) {
            several(verb, target, value.orElseThrow());
        } else {
            single(target, value.orElseThrow());
        }
    }

    /** One member cannot become another (RFC 7643 §4.2). */
    private static boolean editsMembers(Verb verb, NaiveTarget target) {
        return target.attribute().isPresent()
                && target.multiValued()
                && (target.sub().isPresent() || (target.elements().isPresent() && verb != Verb.REMOVE))
                && target.attribute().get().subAttributes().stream()
                        .anyMatch(s -> s.mutability() == Mutability.IMMUTABLE);
    }

    private void step(Runnable step) {
        steps.add(() -> resource.change(step));
    }

    private void extension(Verb verb, NaiveTarget target, JsonValue value) {
        if (verb == Verb.REMOVE || Representation.unassigned(value)) {
            step(() -> resource.removeExtension(target.urn()));
        } else if (value instanceof JsonObject attributes) {
            List<Attribute> known = type.extension(target.urn()).orElseThrow().attributes();
            each(
                    verb,
                    attributes,
                    name -> known.stream()
                            .filter(a -> a.name().equalsIgnoreCase(name))
                            .findFirst()
                            .map(target::at));
        } else {
            mistakes.add("400 invalidValue");
        }
    }

    /**
     * §3.5.2.1: "the existing value is replaced", of a complex one the sub-attributes that were sent; §3.5.2.3 likewise. Null
     * unassigns (RFC 7643 §2.5).
     */
    private void single(NaiveTarget target, JsonValue value) {
        if (target.last().complex() && value instanceof JsonObject) {
            JsonObject read = reader.one(target.last(), value).asJsonObject();
            step(() -> resource.put(target, merged(resource.get(target), read)));
        } else {
            JsonValue read = reader.whole(target.last(), value);
            step(() -> resource.put(target, read));
        }
    }

    private static JsonObject merged(JsonValue old, JsonObject sent) {
        JsonObjectBuilder merged =
                old instanceof JsonObject object ? JSON.createObjectBuilder(object) : JSON.createObjectBuilder();
        sent.forEach(merged::add);
        return merged.build();
    }

    private void several(Verb verb, NaiveTarget target, JsonValue value) {
        if (Representation.unassigned(value)) {
            // There is nothing to add; what is replaced by nothing is gone.
            if (verb == Verb.REPLACE) {
                step(() -> resource.put(target, JsonValue.NULL));
            }
            return;
        }
        JsonArray sent = list(target.last(), value);
        if (verb == Verb.REPLACE) {
            step(() -> resource.put(target, sent));
        } else {
            step(() -> resource.put(target, NaiveElements.added(target.last(), resource.get(target), sent)));
        }
    }

    /** One value needs no array (§3.5.2.1 shows both). */
    private JsonArray list(Attribute attribute, JsonValue value) {
        JsonArray array = value instanceof JsonArray several
                ? several
                : JSON.createArrayBuilder().add(value).build();
        boolean members = type.membership().map(Membership::attribute).equals(Optional.of(attribute.name()));
        boolean nameless = array.stream()
                .filter(e -> e instanceof JsonObject && !Representation.unassigned(e))
                .anyMatch(e -> member(e.asJsonObject(), "value")
                        .filter(v -> !Representation.unassigned(v))
                        .isEmpty());
        if (members && nameless) {
            mistakes.add("400 invalidValue");
        }
        JsonArray read = reader.list(attribute, array);
        return members ? idsOnly(read) : read;
    }

    /** Who is meant is said by the id; type and display are the server's. */
    private static JsonArray idsOnly(JsonArray members) {
        JsonArrayBuilder ids = JSON.createArrayBuilder();
        members.stream()
                .map(m -> m.asJsonObject().getOrDefault("value", JsonValue.NULL))
                .forEach(id -> ids.add(JSON.createObjectBuilder().add("value", id)));
        return ids.build();
    }

    /** {@code name.givenName}, or {@code emails.type}, which means the type of every e-mail address. */
    private void sub(Verb verb, NaiveTarget target, JsonValue value) {
        if (target.multiValued()) {
            elements(verb, everyElement(target), value);
            return;
        }
        JsonObject sent = JSON.createObjectBuilder()
                .add(target.last().name(), reader.whole(target.last(), value))
                .build();
        step(() -> resource.put(target, merged(resource.get(target), sent)));
    }

    private static NaiveTarget everyElement(NaiveTarget target) {
        return new NaiveTarget(target.urn(), target.attribute(), target.sub(), Optional.of(e -> true), "");
    }

    private void elements(Verb verb, NaiveTarget target, JsonValue value) {
        Attribute attribute = target.attribute().orElseThrow();
        if (target.sub().isEmpty() && !(attribute.complex() ? value instanceof JsonObject : !unassigned(value))) {
            mistakes.add("400 invalidValue");
            return;
        }
        JsonValue sent = target.sub()
                .map(s -> (JsonValue) JSON.createObjectBuilder()
                        .add(s.name(), reader.whole(s, value))
                        .build())
                .orElseGet(() -> reader.one(attribute, value));
        boolean merge = target.sub().isPresent() || verb == Verb.ADD;
        UnaryOperator<JsonValue> edit = old -> merge && sent instanceof JsonObject object ? merged(old, object) : sent;
        step(() -> {
            List<JsonValue> elements = new ArrayList<>(Representation.values(resource.get(target)));
            Predicate<JsonValue> filter = target.elements().orElseThrow();
            int primary = -1;
            boolean missed = true;
            for (int i = 0; i < elements.size(); i++) {
                if (filter.test(elements.get(i))) {
                    missed = false;
                    elements.set(i, edit.apply(elements.get(i)));
                    primary = primary < 0 && NaiveReader.primary(sent) ? i : primary;
                }
            }
            if (missed) {
                created(verb, target, sent, edit).ifPresent(elements::add);
                boolean chosen = !elements.isEmpty() && NaiveReader.primary(elements.get(elements.size() - 1));
                primary = chosen ? elements.size() - 1 : -1;
            }
            NaiveElements.onePrimary(elements, primary);
            resource.put(target, NaiveElements.distinct(attribute, elements));
        });
    }

    private static boolean unassigned(JsonValue value) {
        return Representation.unassigned(value);
    }

    /**
     * §3.5.2.3: a replace without match is noTarget. An add creates what the filter describes, if that is what the
     * filter selects. Without brackets, "an attribute that does not exist" is added.
     */
    private Optional<JsonValue> created(Verb verb, NaiveTarget target, JsonValue sent, UnaryOperator<JsonValue> edit) {
        Attribute attribute = target.attribute().orElseThrow();
        boolean brackets = !target.filter().isEmpty();
        if (verb == Verb.REPLACE && brackets) {
            throw new Refused(Set.of("400 noTarget"), "nothing matches " + target.filter());
        }
        if (target.sub().isPresent() && unassigned(sent)) {
            return Optional.empty();
        }
        JsonValue described = brackets
                ? NaiveDescription.of(attribute, target.filter())
                        .orElseThrow(() -> new Refused(Set.of("400 noTarget"), target.filter() + " describes nothing"))
                : JsonValue.EMPTY_JSON_OBJECT;
        Set<String> wrong = new HashSet<>();
        JsonValue created = NaiveReader.cleaned(edit.apply(described));
        if (unassigned(created)) {
            return Optional.empty();
        }
        JsonValue read = NaiveReader.cleaned(new NaiveReader(wrong).one(attribute, created));
        if (!wrong.isEmpty()) {
            throw new Refused(wrong, "the filter describes what cannot be");
        }
        if (!target.elements().orElseThrow().test(read)) {
            throw new Refused(Set.of("400 noTarget"), "the filter would not select what it creates");
        }
        return Optional.of(read);
    }

    private void remove(NaiveTarget target, Optional<JsonValue> listed) {
        Attribute attribute = target.attribute().orElseThrow();
        Optional<Predicate<JsonValue>> filter = target.sub().isPresent() && target.multiValued()
                ? target.elements().or(() -> everyElement(target).elements())
                : target.elements();
        if (filter.isPresent()) {
            step(() -> removeFromElements(target, filter.get()));
        } else if (target.sub().isEmpty() && target.multiValued() && listed.isPresent()) {
            JsonArray list = list(attribute, listed.get());
            step(() -> resource.put(target, NaiveElements.without(attribute, resource.get(target), list)));
        } else if (target.last().required()) {
            mistakes.add("400 mutability");
        } else if (target.sub().isPresent()) {
            JsonObject nothing = JSON.createObjectBuilder()
                    .add(target.last().name(), JsonValue.NULL)
                    .build();
            step(() -> resource.put(target, merged(resource.get(target), nothing)));
        } else {
            step(() -> resource.put(target, JsonValue.NULL));
        }
    }

    private void removeFromElements(NaiveTarget target, Predicate<JsonValue> filter) {
        List<JsonValue> rest = new ArrayList<>();
        for (JsonValue element : Representation.values(resource.get(target))) {
            if (!filter.test(element)) {
                rest.add(element);
            } else if (target.sub().isPresent()) {
                rest.add(JSON.createObjectBuilder(element.asJsonObject())
                        .remove(target.last().name())
                        .build());
            }
        }
        resource.put(
                target,
                target.sub().isPresent()
                        ? NaiveElements.distinct(target.attribute().orElseThrow(), rest)
                        : NaiveElements.array(rest));
    }
}
