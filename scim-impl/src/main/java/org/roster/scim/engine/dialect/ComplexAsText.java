package org.roster.scim.engine.dialect;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.stream.Stream;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra sends the manager as a bare id, or as an array of one object (recordings {@code entra/10-set-manager-string},
 * {@code entra/11-set-manager-array}); an empty text takes the manager away. So for every singular complex attribute that
 * has a {@code value}.
 */
final class ComplexAsText implements Quirk {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public String id() {
        return "V-ENTRA-05";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean concerned = operation.op() != Op.REMOVE
                && operation.value().isPresent()
                && operation
                        .path()
                        .map(PatchPath::attribute)
                        .flatMap(key.type()::resolve)
                        .map(ResolvedPath::target)
                        .filter(ComplexAsText::hasValue)
                        .isPresent();
        return Stream.of(concerned ? rewritten(operation, operation.value().orElseThrow()) : operation);
    }

    private static boolean hasValue(Attribute attribute) {
        return attribute.complex()
                && !attribute.multiValued()
                && attribute.subAttribute("value").isPresent();
    }

    private static PatchOperation rewritten(PatchOperation operation, JsonValue value) {
        if (value instanceof JsonArray array && array.size() == 1) {
            return rewritten(operation.with(array.get(0)), array.get(0));
        }
        if (!(value instanceof JsonString text)) {
            return operation;
        }
        return text.getString().isEmpty()
                ? operation.as(Op.REMOVE).withoutValue()
                : operation.with(JSON.createObjectBuilder().add("value", text).build());
    }
}
