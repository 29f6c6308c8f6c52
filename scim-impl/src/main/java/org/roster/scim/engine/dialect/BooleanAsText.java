package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.engine.json.JsonRewriting;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.Filter.Comparison;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra writes booleans as the texts {@code "True"} and {@code "False"}, in values (recording {@code entra/09-disable-user})
 * and in filters ({@code roles[primary eq "True"]}); others as {@code "true"}. Where the schema has a boolean, the text
 * becomes one.
 */
final class BooleanAsText implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-01";
    }

    @Override
    public JsonObject body(ResourceType type, JsonObject body) {
        return members(body, name -> member(type, name));
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        ResourceType type = key.type();
        PatchOperation rewritten = elements(type, operation);
        if (operation.value().isEmpty()) {
            return Stream.of(rewritten);
        }
        JsonValue value = operation.value().get();
        Optional<Attribute> target = operation.path().map(PatchPath::attribute).flatMap(p -> target(type, p));
        JsonValue changed;
        if (operation.path().isEmpty() && value instanceof JsonObject object) {
            changed = members(object, name -> member(type, name));
        } else {
            changed = target.map(t -> value(t, value)).orElse(value);
        }
        return Stream.of(changed.equals(value) ? rewritten : rewritten.with(changed));
    }

    private static PatchOperation elements(ResourceType type, PatchOperation operation) {
        Optional<Filter> before = operation.path().flatMap(PatchPath::elements);
        if (before.isEmpty()) {
            return operation;
        }
        PatchPath path = operation.path().orElseThrow();
        Optional<Attribute> attribute = type.resolve(path.attribute()).map(ResolvedPath::attribute);
        Filter after = new Texts(type).inside(before.get(), attribute);
        return after.equals(before.get()) ? operation : operation.at(path.withElements(after));
    }

    @Override
    public Filter filter(ResourceType type, Filter filter) {
        return filter.accept(new Texts(type));
    }

    private static final class Texts extends FilterRewriting {
        Texts(ResourceType type) {
            super(type);
        }

        @Override
        Comparison comparison(Comparison comparison, Optional<Attribute> attribute) {
            return attribute
                    .map(a -> value(a, comparison.value()))
                    .filter(v -> !v.equals(comparison.value()))
                    .map(v -> new Comparison(comparison.path(), comparison.operator(), v))
                    .orElse(comparison);
        }
    }

    private static Optional<Attribute> target(ResourceType type, AttributePath path) {
        return type.resolve(path).map(ResolvedPath::target).or(() -> member(type, path.toString()));
    }

    /** The attribute that a member of a resource is; an extension counts as a complex one. */
    private static Optional<Attribute> member(ResourceType type, String name) {
        Optional<Schema> extension = type.extension(name);
        if (extension.isPresent()) {
            return extension.map(Schema::whole);
        }
        return type.resolve(name).map(ResolvedPath::target);
    }

    /** The value itself where it has no such text: hardly any has one. */
    private static JsonValue value(Attribute attribute, JsonValue value) {
        if (value instanceof JsonArray array) {
            return JsonRewriting.elements(array, e -> value(attribute, e));
        }
        if (attribute.complex() && value instanceof JsonObject object) {
            return members(object, attribute::subAttribute);
        }
        if (attribute.type() == AttributeType.BOOLEAN && value instanceof JsonString text) {
            return bool(text.getString()).orElse(value);
        }
        return value;
    }

    private static JsonObject members(JsonObject object, Function<String, Optional<Attribute>> definitions) {
        return JsonRewriting.members(
                object,
                (name, member) ->
                        definitions.apply(name).map(a -> value(a, member)).orElse(member));
    }

    private static Optional<JsonValue> bool(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Optional.of(JsonValue.TRUE);
        }
        return text.equalsIgnoreCase("false") ? Optional.of(JsonValue.FALSE) : Optional.empty();
    }
}
