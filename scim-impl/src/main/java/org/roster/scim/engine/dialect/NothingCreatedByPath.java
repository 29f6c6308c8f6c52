package org.roster.scim.engine.dialect;

import java.util.stream.Stream;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.spi.ResourceKey;

/**
 * In the strict profile a path whose brackets match nothing is {@code noTarget} for add too (choice A-01). For one
 * sub-attribute add and replace are the same there (IP-5.5-03), so the add becomes a replace.
 */
final class NothingCreatedByPath implements Quirk {

    @Override
    public String id() {
        return "IP-5.5-03";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean concerned = operation.op() == Op.ADD
                && operation.path().flatMap(PatchPath::elements).isPresent();
        return Stream.of(concerned ? operation.as(Op.REPLACE) : operation);
    }
}
