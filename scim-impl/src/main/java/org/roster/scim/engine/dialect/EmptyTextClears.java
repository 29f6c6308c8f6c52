package org.roster.scim.engine.dialect;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra clears an optional attribute by replacing it with an empty text (recordings {@code entra/12-clear-values},
 * {@code house/01-clear-with-empty-text}). To the RFC an empty text is a value, so this is for Entra alone.
 */
final class EmptyTextClears implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-15";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.ENTRA, Mode.COMPAT);
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
