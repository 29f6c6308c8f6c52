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

    /** How many elements the attribute of a change has. */
    static int size(AttributeChange change, JsonObject attributes) {
        return new ChangeApplier(attributes).get(change.target().path()) instanceof JsonArray array ? array.size() : 0;
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
        ElementIndex places = new ElementIndex(change.target().attribute());
        elements.forEach(places::add);
        int primary = -1;
        for (JsonValue element : change.elements()) {
            int known = places.find(element).orElse(-1);
            if (known < 0) {
                elements.add(element);
                places.add(element);
            } else if (element instanceof JsonObject values && elements.get(known) instanceof JsonObject old) {
                elements.set(known, Elements.completed(old, values));
            }
            if (ValueReader.isPrimary(element)) {
                primary = known < 0 ? elements.size() - 1 : known;
            }
        }
        return putElements(change.target(), keepOnePrimary(elements, primary));
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
        ListedElements listed = new ListedElements(change.target().attribute(), change.elements());
        elements.removeIf(listed::mean);
        return putElements(change.target(), elements);
    }

    @Override
    public JsonObject editElements(EditElements change) {
        Attribute attribute = change.target().attribute();
        List<JsonValue> elements = elements(change.target());
        int primary = -1;
        boolean missed = true;
        for (int i = 0; i < elements.size(); i++) {
            if (FilterEvaluator.matchesElement(change.which(), attribute, elements.get(i))) {
                elements.set(i, edited(attribute, elements.get(i), change.edit()));
                primary = primary < 0 && ValueReader.isPrimary(change.edit().values()) ? i : primary;
                missed = false;
            }
        }
        if (missed) {
            Optional<JsonValue> created = missed(change);
            created.ifPresent(elements::add);
            primary = created.filter(ValueReader::isPrimary).isPresent() ? elements.size() - 1 : -1;
        }
        return putElements(change.target(), ValueReader.distinct(attribute, keepOnePrimary(elements, primary)));
    }

    /** Null, if nothing is left of the element. */
    private static JsonValue edited(Attribute attribute, JsonValue element, ElementEdit edit) {
        if (!attribute.complex()) {
            return edit.values().getOrDefault("value", JsonValue.NULL);
        }
        boolean merge = edit.kind() == ElementEdit.Kind.MERGE && element instanceof JsonObject;
        return Elements.merged(merge ? element.asJsonObject() : null, edit.values())
                .orElse(JsonValue.NULL);
    }

    private static Optional<JsonValue> missed(EditElements change) {
        return switch (change.edit().onMiss()) {
            case IGNORE -> Optional.empty();
            case CREATE -> created(change);
            case FAIL -> throw noTarget(change);
        };
    }

    /** What the filter describes with what was sent, unless that would not be what the filter selects. */
    private static Optional<JsonValue> created(EditElements change) {
        Attribute attribute = change.target().attribute();
        ElementEdit merge = new ElementEdit(change.edit().values(), ElementEdit.Kind.MERGE, ElementEdit.OnMiss.IGNORE);
        JsonValue described = Elements.described(change.which()).build();
        Optional<JsonValue> created = Optional.of(edited(attribute, described, merge))
                .filter(element -> !Unassigned.is(element))
                .flatMap(element ->
                        ValueReader.element(attribute, element, change.target().toString()));
        if (created.isPresent() && !FilterEvaluator.matchesElement(change.which(), attribute, created.get())) {
            throw noTarget(change);
        }
        return created;
    }

    private static ScimException noTarget(EditElements change) {
        return ScimException.noTarget("path: no element of " + change.target() + " matches [" + change.which() + "]");
    }

    /** RFC 7644 §3.5.2: setting primary on one element takes it from the others. */
    private static List<JsonValue> keepOnePrimary(List<JsonValue> elements, int chosen) {
        for (int i = 0; chosen >= 0 && i < elements.size(); i++) {
            if (i != chosen && ValueReader.isPrimary(elements.get(i))) {
                elements.set(
                        i,
                        JSON.createObjectBuilder(elements.get(i).asJsonObject())
                                .add("primary", false)
                                .build());
            }
        }
        return elements;
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
