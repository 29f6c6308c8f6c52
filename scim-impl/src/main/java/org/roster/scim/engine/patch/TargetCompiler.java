package org.roster.scim.engine.patch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.roster.scim.engine.schema.ValueReader;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.ElementEdit;
import org.roster.scim.patch.ElementEdit.Kind;
import org.roster.scim.patch.ElementEdit.OnMiss;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.resource.Unassigned;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResolvedPath;

/** Compiles one operation on one target that exists and may be written. */
record TargetCompiler(ResolvedPath target, PatchOperation operation) {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** A path without brackets. Empty if there is nothing to do. */
    Optional<AttributeChange> whole() {
        Attribute attribute = target.attribute();
        if (attribute.multiValued() && target.subAttribute().isPresent()) {
            return Optional.of(elements(Filter.ALL));
        }
        if (operation.op() == Op.REMOVE) {
            return Optional.of(remove());
        }
        return attribute.multiValued() ? multiValued() : Optional.of(singular());
    }

    /** Choice A-12: what is not there can be removed, what is required or read-only cannot. */
    private AttributeChange remove() {
        if (target.target().required()) {
            throw ScimException.mutability(target + " is required and cannot be removed");
        }
        if (target.attribute().multiValued()) {
            Optional<JsonArray> listed = PatchCompiler.listed(operation);
            if (listed.isPresent()) {
                return new AttributeChange.RemoveListed(
                        target,
                        ValueReader.elements(target.attribute(), listed.get(), target.toString())
                                .orElse(JsonValue.EMPTY_JSON_ARRAY));
            }
        }
        return new AttributeChange.Unassign(target);
    }

    private Optional<AttributeChange> multiValued() {
        Optional<JsonArray> elements =
                ValueReader.elements(target.attribute(), Elements.of(value()), target.toString());
        if (operation.op() == Op.ADD) {
            return elements.map(e -> new AttributeChange.AddElements(target, e));
        }
        return Optional.of(elements.<AttributeChange>map(e -> new AttributeChange.Assign(target, e))
                .orElse(new AttributeChange.Unassign(target)));
    }

    private AttributeChange singular() {
        if (target.target().complex() && value() instanceof JsonObject object) {
            return new AttributeChange.Merge(target, subAttributes(object));
        }
        return ValueReader.read(target.target(), value(), target.toString())
                .<AttributeChange>map(v -> new AttributeChange.Assign(target, v))
                .orElse(new AttributeChange.Unassign(target));
    }

    /** A path with brackets, or one that reaches into all elements. */
    AttributeChange elements(Filter which) {
        boolean edits = operation.op() != Op.REMOVE || target.subAttribute().isPresent();
        List<Attribute> edited =
                target.subAttribute().map(List::of).orElse(target.attribute().subAttributes());
        if (edits && edited.stream().anyMatch(sub -> sub.mutability() == Mutability.IMMUTABLE)) {
            throw ScimException.mutability(target + " is immutable; remove the element and add the one that you want");
        }
        if (operation.op() != Op.REMOVE) {
            return new AttributeChange.EditElements(target.parent(), which, edit(which));
        }
        if (target.subAttribute().isEmpty()) {
            return new AttributeChange.RemoveElements(target, which);
        }
        JsonObject cleared =
                JSON.createObjectBuilder().addNull(target.target().name()).build();
        return new AttributeChange.EditElements(
                target.parent(), which, new ElementEdit(cleared, Kind.MERGE, OnMiss.IGNORE));
    }

    private ElementEdit edit(Filter which) {
        OnMiss onMiss = onMiss(which);
        if (target.subAttribute().isPresent()) {
            JsonValue value = ValueReader.read(target.target(), value(), target.toString())
                    .orElse(JsonValue.NULL);
            JsonObject single = JSON.createObjectBuilder()
                    .add(target.target().name(), value)
                    .build();
            boolean nothingToCreate =
                    JsonValue.NULL.equals(value) && (operation.op() == Op.ADD || onMiss == OnMiss.CREATE);
            return new ElementEdit(single, Kind.MERGE, nothingToCreate ? OnMiss.IGNORE : onMiss);
        }
        if (!target.attribute().complex()) {
            return new ElementEdit(simpleElement(), Kind.REPLACE, onMiss);
        }
        if (!(value() instanceof JsonObject object)) {
            throw ScimException.invalidValue(target + "[...]: expected an object of sub-attributes as value");
        }
        Kind kind = operation.op() == Op.ADD ? Kind.MERGE : Kind.REPLACE;
        return new ElementEdit(subAttributes(object), kind, onMiss);
    }

    /** RFC 7644 §3.5.2.3: of a multi-valued attribute that is not complex, too, the values that match are replaced. */
    private JsonObject simpleElement() {
        if (Unassigned.is(value())) {
            throw ScimException.invalidValue(
                    target + "[...]: expected the value that takes the place of those that match");
        }
        JsonObjectBuilder element = JSON.createObjectBuilder();
        ValueReader.element(target.attribute(), value(), target.toString()).ifPresent(v -> element.add("value", v));
        return element.build();
    }

    /**
     * Choice A-01: add creates the element where the filter says how it looks (erratum 8097). A replace without match is
     * noTarget (RFC 7644 §3.5.2.3); without brackets, an attribute that has no value yet is added.
     */
    private OnMiss onMiss(Filter which) {
        boolean create = which.equals(Filter.ALL) || (operation.op() == Op.ADD && Elements.describes(which));
        return create ? OnMiss.CREATE : OnMiss.FAIL;
    }

    private JsonObject subAttributes(JsonObject object) {
        return Elements.subAttributes(target.attribute(), object, target.toString());
    }

    private JsonValue value() {
        return operation
                .value()
                .orElseThrow(() -> ScimException.invalidValue(
                        operation.op().name().toLowerCase(Locale.ROOT) + " " + target + " needs a value"));
    }
}
