package org.roster.scim.engine.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra names attributes of extensions without their URN: {@code manager eq "…"} (recordings
 * {@code entra/05-reference-check-manager}, {@code entra/11-set-manager-array}). A name that the core schema does not have
 * and exactly one extension has, means the latter.
 */
final class UnqualifiedExtensionAttribute implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-13";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        return Stream.of(PathRewriting.at(operation, path -> qualified(key.type(), path)));
    }

    @Override
    public Filter filter(ResourceType type, Filter filter) {
        return filter.accept(new FilterRewriting(type) {
            @Override
            AttributePath path(AttributePath path) {
                return qualified(type, path);
            }
        });
    }

    private static AttributePath qualified(ResourceType type, AttributePath path) {
        Optional<String> own = path.schema();
        if (own.isPresent() || type.resolve(path.parent()).isPresent()) {
            return path;
        }
        List<String> owners = type.extensions().stream()
                .filter(e -> e.schema().attribute(path.name()).isPresent())
                .map(e -> e.schema().id())
                .toList();
        return owners.size() == 1 ? path.in(owners.get(0)) : path;
    }
}
