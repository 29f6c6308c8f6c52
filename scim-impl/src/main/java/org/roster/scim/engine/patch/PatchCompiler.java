package org.roster.scim.engine.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.engine.schema.ValueReader;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.Suggestion;

/**
 * Compiles a PATCH request to typed changes: every target exists and may be written, every value has the right type. Needs
 * only the schema, so a mistake is found before anything is read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.5.2">RFC 7644 §3.5.2</a>
 */
public final class PatchCompiler {

    private final ResourceType type;
    private final List<AttributeChange> changes = new ArrayList<>();

    private PatchCompiler(ResourceType type) {
        this.type = type;
    }

    /**
     * Compiles a request.
     *
     * @param type what the endpoint stands for
     * @param request as the client sent it, or as a dialect rewrote it
     * @return the changes, in the order in which they are to be done
     * @throws ScimException 400 {@code invalidPath}, {@code invalidFilter}, {@code invalidValue}, {@code mutability} or
     *     {@code noTarget}
     */
    public static List<AttributeChange> compile(ResourceType type, PatchRequest request) {
        PatchCompiler compiler = new PatchCompiler(type);
        request.operations().forEach(compiler::operation);
        return List.copyOf(compiler.changes);
    }

    private void operation(PatchOperation operation) {
        if (operation.path().isEmpty()) {
            withoutPath(operation);
            return;
        }
        PatchPath path = operation.path().get();
        Optional<Schema> whole =
                path.elements().isEmpty() ? type.extension(path.attribute().toString()) : Optional.empty();
        if (whole.isPresent()) {
            extension(whole.get(), operation);
        } else {
            change(operation, path);
        }
    }

    private void withoutPath(PatchOperation operation) {
        if (operation.op() == Op.REMOVE) {
            throw ScimException.noTarget("remove needs a path (RFC 7644 §3.5.2.2)");
        }
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonValue> member : attributes(operation).entrySet()) {
            ValueReader.refuseTwice(seen, member.getKey(), "value");
            PatchOperation single = operation.with(member.getValue());
            Optional<Schema> extension = type.extension(member.getKey());
            if (extension.isPresent()) {
                extension(extension.get(), single);
            } else {
                // Choice A-06: an attribute that no schema defines is ignored, as in POST and PUT.
                type.resolve(AttributePath.of(member.getKey())).ifPresent(p -> change(single, PatchPath.of(p.path())));
            }
        }
    }

    /** The whole of an extension: each attribute by itself, those that are not named stay (RFC 7644 §3.5.2.3). */
    private void extension(Schema extension, PatchOperation operation) {
        boolean remove = operation.op() == Op.REMOVE
                || operation.value().map(Unassigned::is).orElse(false);
        Set<String> seen = new HashSet<>();
        Map<String, JsonValue> values = remove ? Map.of() : attributes(operation);
        values.keySet().forEach(name -> ValueReader.refuseTwice(seen, name, extension.id()));
        for (Attribute attribute : extension.attributes()) {
            PatchPath path = PatchPath.of(AttributePath.of(attribute.name()).in(extension.id()));
            if (remove && attribute.mutability() != Mutability.READ_ONLY) {
                // Not each by itself: what the extension requires goes with it.
                changes.add(new AttributeChange.Unassign(
                        type.resolve(path.attribute()).orElseThrow()));
            }
            values.forEach((name, value) -> {
                if (name.equalsIgnoreCase(attribute.name())) {
                    change(operation.with(value), path);
                }
            });
        }
    }

    private static JsonObject attributes(PatchOperation operation) {
        if (operation.value().orElse(JsonValue.NULL) instanceof JsonObject object) {
            return object;
        }
        throw ScimException.invalidValue("without a path, or with the path of an extension, "
                + "the value of add and replace must be an object of attributes");
    }

    private void change(PatchOperation operation, PatchPath path) {
        ResolvedPath target = type.resolve(path.attribute())
                .orElseThrow(() -> ScimException.invalidPath("path: a " + type.name() + " has no attribute \""
                        + path.attribute() + "\"" + Suggestion.of(type, path.attribute())));
        requireWritable(target.attribute(), target);
        target.subAttribute().ifPresent(sub -> requireWritable(sub, target));
        boolean members = type.membership().map(Membership::attribute).equals(Optional.of(target.toString()));
        if (members && path.elements().isEmpty()) {
            requireIds(target, operation);
        }
        TargetCompiler compiler = new TargetCompiler(target, operation);
        if (path.elements().isPresent()) {
            if (!target.attribute().multiValued()) {
                throw ScimException.invalidPath(
                        "path: " + target.parent() + " has a single value; leave the brackets out");
            }
            changes.add(
                    compiler.elements(FilterBinder.bindElement(path.elements().get(), target.attribute())));
        } else {
            compiler.whole().ifPresent(changes::add);
        }
    }

    /** Who is a member its {@code value} says, and nothing else. */
    private static void requireIds(ResolvedPath members, PatchOperation operation) {
        JsonArray elements = operation.value().map(Elements::of).orElse(JsonValue.EMPTY_JSON_ARRAY);
        for (JsonValue element : elements) {
            boolean named = !(element instanceof JsonObject object)
                    || Unassigned.is(object)
                    || object.entrySet().stream()
                            .anyMatch(m -> m.getKey().equalsIgnoreCase("value") && !Unassigned.is(m.getValue()));
            if (!named) {
                throw ScimException.invalidValue(
                        members + ": each element needs the id of a resource as \"value\", found " + element);
            }
        }
    }

    private static void requireWritable(Attribute attribute, ResolvedPath target) {
        if (attribute.mutability() == Mutability.READ_ONLY) {
            throw ScimException.mutability(target + " is read-only; only the service sets it");
        }
    }

    /**
     * The elements that a remove lists in its {@code value} (choice A-03: Entra and others remove members so; reading it
     * as "remove all" would empty the group).
     */
    static Optional<JsonArray> listed(PatchOperation operation) {
        return operation
                .value()
                .filter(v -> v.getValueType() != JsonValue.ValueType.NULL)
                .map(Elements::of);
    }
}
