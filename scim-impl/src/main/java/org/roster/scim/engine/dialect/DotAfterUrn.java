package org.roster.scim.engine.dialect;

import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.filter.Filter;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra's reading client puts a dot between the URN of an extension and the attribute: {@code urn:…:2.0:User.manager}
 * (recording {@code house/02-dot-after-urn}). Read as it would be with a colon.
 */
final class DotAfterUrn implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-16";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        return Stream.of(PathRewriting.at(operation, path -> colon(key.type(), path)));
    }

    @Override
    public Filter filter(ResourceType type, Filter filter) {
        return filter.accept(new FilterRewriting(type) {
            @Override
            AttributePath path(AttributePath path) {
                return colon(type, path);
            }
        });
    }

    private static AttributePath colon(ResourceType type, AttributePath path) {
        Optional<String> urn = path.schema()
                .map(prefix -> prefix + ":" + path.name())
                .flatMap(type::extension)
                .map(s -> s.id());
        return urn.isPresent() && path.subAttribute().isPresent()
                ? AttributePath.of(path.subAttribute().get()).in(urn.get())
                : path;
    }
}
