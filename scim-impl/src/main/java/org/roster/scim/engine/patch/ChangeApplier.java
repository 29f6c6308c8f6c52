package org.roster.scim.engine.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.schema.ValueReader;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.AttributeChange.AddElements;
import org.roster.scim.patch.AttributeChange.Assign;
import org.roster.scim.patch.AttributeChange.EditElements;
import org.roster.scim.patch.AttributeChange.Merge;
import org.roster.scim.patch.AttributeChange.RemoveElements;
import org.roster.scim.patch.AttributeChange.RemoveListed;
import org.roster.scim.patch.AttributeChange.Unassign;
import org.roster.scim.patch.ElementEdit;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;

/** What a change means for a value: attributes in, attributes out. */
final class ChangeApplier implements AttributeChange.Visitor<JsonObject> {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final JsonObject attributes;

    private ChangeApplier(JsonObject attributes) {
        this.attributes = attributes;
    }

    static JsonObject apply(AttributeChange change, JsonObject attributes) {
        return change.accept(new ChangeApplier(attributes));
    }

    @Override
    public JsonObject assign(Assign change) {
        return change.target()
                .subAttribute()
                .map(sub -> mergeInto(
                        change.target().parent(),
                        JSON.createObjectBuilder()
                                .add(sub.name(), change.value())
                                .build()))
                .orElseGet(() -> put(change.target().path(), change.value()));
    }

    @Override
    public JsonObject merge(Merge change) {
        return mergeInto(change.target(), change.values());
    }

    @Override
    public JsonObject unassign(Unassign change) {
        return change.target()
                .subAttribute()
                .map(sub -> mergeInto(
                        change.target().parent(),
                        JSON.createObjectBuilder().addNull(sub.name()).build()))
                .orElseGet(() -> put(change.target().path(), JsonValue.NULL));
    }

    private JsonObject mergeInto(ResolvedPath target, JsonObject values) {
        @Nullable JsonObject current = get(target.path()) instanceof JsonObject object ? object : null;
        return put(target.path(), Elements.merged(current, values).orElse(JsonValue.NULL));
    }

    @Override
    public JsonObject addElements(AddElements change) {
        List<JsonValue> elements = elements(change.target());
        List<JsonValue> added = new ArrayList<>();
        for (JsonValue element : change.elements()) {
            int known = indexOf(change.target().attribute(), elements, element);
            if (known < 0) {
                elements.add(element);
                added.add(element);
            } else if (element instanceof JsonObject values && elements.get(known) instanceof JsonObject old) {
                JsonValue merged = Elements.completed(old, values);
                elements.set(known, merged);
                added.add(merged);
            }
        }
        return putElements(change.target(), keepOnePrimary(elements, added));
    }

    private static int indexOf(Attribute attribute, List<JsonValue> elements, JsonValue sent) {
        for (int i = 0; i < elements.size(); i++) {
            if (Elements.same(attribute, elements.get(i), sent)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public JsonObject removeElements(RemoveElements change) {
        List<JsonValue> elements = elements(change.target());
        elements.removeIf(e ->
                FilterEvaluator.matchesElement(change.which(), change.target().attribute(), e));
        return putElements(change.target(), elements);
    }

    @Override
    public JsonObject removeListed(RemoveListed change) {
        List<JsonValue> elements = elements(change.target());
        elements.removeIf(stored -> change.elements().stream().anyMatch(listed -> Elements.means(listed, stored)));
        return putElements(change.target(), elements);
    }

    @Override
    public JsonObject editElements(EditElements change) {
        Attribute attribute = change.target().attribute();
        List<JsonValue> edited = new ArrayList<>();
        List<JsonValue> touched = new ArrayList<>();
        for (JsonValue element : elements(change.target())) {
            if (FilterEvaluator.matchesElement(change.which(), attribute, element)) {
                edit(element, change.edit()).ifPresent(e -> {
                    edited.add(e);
                    touched.add(e);
                });
                touched.add(element);
            } else {
                edited.add(element);
            }
        }
        if (touched.isEmpty()) {
            missed(change).ifPresent(e -> {
                edited.add(e);
                touched.add(e);
            });
        }
        return putElements(change.target(), keepOnePrimary(edited, touched));
    }

    private static Optional<JsonValue> edit(JsonValue element, ElementEdit edit) {
        boolean merge = edit.kind() == ElementEdit.Kind.MERGE && element instanceof JsonObject;
        return Elements.merged(merge ? element.asJsonObject() : null, edit.values());
    }

    private static Optional<JsonValue> missed(EditElements change) {
        return switch (change.edit().onMiss()) {
            case IGNORE -> Optional.empty();
            case CREATE ->
                Elements.merged(
                        Elements.described(change.which()).build(),
                        change.edit().values());
            case FAIL ->
                throw ScimException.noTarget(
                        "path: no element of " + change.target() + " matches [" + change.which() + "]");
        };
    }

    /** RFC 7644 §3.5.2: setting primary on one element takes it from the others. */
    private static List<JsonValue> keepOnePrimary(List<JsonValue> elements, List<JsonValue> touched) {
        Optional<JsonValue> chosen = elements.stream()
                .filter(e -> ValueReader.isPrimary(e) && touched.contains(e))
                .findFirst();
        if (chosen.isEmpty()) {
            return elements;
        }
        UnaryOperator<JsonValue> demote = e -> ValueReader.isPrimary(e) && !e.equals(chosen.get())
                ? JSON.createObjectBuilder(e.asJsonObject())
                        .add("primary", false)
                        .build()
                : e;
        return elements.stream().map(demote).toList();
    }

    private List<JsonValue> elements(ResolvedPath target) {
        return get(target.path()) instanceof JsonArray array ? new ArrayList<>(array) : new ArrayList<>();
    }

    private JsonObject putElements(ResolvedPath target, List<JsonValue> elements) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        elements.forEach(array::add);
        return put(target.path(), array.build());
    }

    private @Nullable JsonValue get(AttributePath path) {
        if (path.schema().isEmpty()) {
            return attributes.get(path.name());
        }
        return attributes.get(path.schema().get()) instanceof JsonObject extension ? extension.get(path.name()) : null;
    }

    private JsonObject put(AttributePath path, JsonValue value) {
        if (path.schema().isEmpty()) {
            return with(attributes, path.name(), value);
        }
        String urn = path.schema().get();
        JsonObject extension = attributes.get(urn) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return with(attributes, urn, with(extension, path.name(), value));
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObjectBuilder changed = JSON.createObjectBuilder(object);
        return (Unassigned.is(value) ? changed.remove(name) : changed.add(name, value)).build();
    }
}
