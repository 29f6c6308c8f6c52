package org.roster.scim.engine.dialect;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra, authentik and JumpCloud name the members to remove in the {@code value} (recordings {@code entra/18-remove-members},
 * {@code jumpcloud/03-remove-member}). The engine removes those that are listed (choice A-03), so there is nothing to
 * rewrite; without this rule such a request is refused. It never means "remove all".
 */
final class ListedInRemove implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-02";
    }

    @Override
    public Optional<Quirk> refusal() {
        return Optional.of(new Refusal(id()));
    }

    /** Refuses it: also a rule of the strict profile. */
    record Refusal(String id) implements Quirk {

        @Override
        public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
            boolean listed = operation.op() == Op.REMOVE
                    && operation.value().filter(v -> v != JsonValue.NULL).isPresent()
                    && operation.path().filter(p -> isList(key, p)).isPresent();
            if (listed) {
                String path = operation.path().orElseThrow().toString();
                throw ScimException.invalidSyntax("remove " + path
                        + " has a value; name the elements in the path, for instance " + path + "[value eq \"...\"]");
            }
            return Stream.of(operation);
        }

        private static boolean isList(ResourceKey key, PatchPath path) {
            return path.elements().isEmpty()
                    && key.type()
                            .resolve(path.attribute())
                            .map(ResolvedPath::target)
                            .filter(a -> a.multiValued())
                            .isPresent();
        }
    }
}
