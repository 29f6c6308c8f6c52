package org.roster.scim.engine.dialect;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.ResourceKey;

/** Entra clears an optional attribute by replacing it with an empty text (recording {@code entra/12-clear-values}). */
final class EmptyTextClears implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-15";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean empty = operation.op() != Op.REMOVE
                && operation.value().orElse(JsonValue.NULL) instanceof JsonString text
                && text.getString().isEmpty();
        boolean optional = empty
                && operation
                        .path()
                        .map(PatchPath::attribute)
                        .flatMap(key.type()::resolve)
                        .map(ResolvedPath::target)
                        .filter(EmptyTextClears::optional)
                        .isPresent();
        return Stream.of(optional ? operation.as(Op.REMOVE).withoutValue() : operation);
    }

    private static boolean optional(Attribute attribute) {
        return !attribute.required() && !attribute.complex() && !attribute.multiValued();
    }
}
