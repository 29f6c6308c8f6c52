package org.roster.scim.engine.dialect;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.spi.ResourceKey;

/**
 * The Keycloak plugin empties a group by {@code remove members} with {@code "value": null} (recording
 * {@code keycloak-plugin/04-patch-group-empty}). To the engine a null is no value, so this is a plain remove; without this
 * rule it is refused. An empty list removes nobody.
 */
final class NullInRemove implements Quirk {

    @Override
    public String id() {
        return "V-KC-01";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        return Stream.of(isOne(operation) ? operation.withoutValue() : operation);
    }

    @Override
    public Optional<Quirk> refusal() {
        return Optional.of(new Refusal(id()));
    }

    private static boolean isOne(PatchOperation operation) {
        return operation.op() == Op.REMOVE
                && operation.value().filter(v -> v == JsonValue.NULL).isPresent();
    }

    private record Refusal(String id) implements Quirk {

        @Override
        public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
            if (isOne(operation)) {
                throw ScimException.invalidSyntax("remove has the value null; leave the value out");
            }
            return Stream.of(operation);
        }
    }
}
