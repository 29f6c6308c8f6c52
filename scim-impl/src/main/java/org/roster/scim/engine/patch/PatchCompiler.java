package org.roster.scim.engine.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.engine.schema.FilterBinder;
import org.roster.scim.engine.schema.Suggestion;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.path.AttributePath;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

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
        for (Map.Entry<String, JsonValue> member : attributes(operation).entrySet()) {
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
        if (remove) {
            extension.attributes().stream()
                    .filter(a -> a.mutability() != Mutability.READ_ONLY)
                    .forEach(a -> change(
                            PatchOperation.of(Op.REMOVE),
                            PatchPath.of(AttributePath.of(a.name()).in(extension.id()))));
            return;
        }
        attributes(operation)
                .forEach((name, value) -> extension
                        .attribute(name)
                        .ifPresent(a -> change(
                                operation.with(value),
                                PatchPath.of(AttributePath.of(a.name()).in(extension.id())))));
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
