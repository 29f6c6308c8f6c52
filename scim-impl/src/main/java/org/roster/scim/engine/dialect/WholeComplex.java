package org.roster.scim.engine.dialect;

import java.util.stream.Stream;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.spi.ResourceKey;

/**
 * In the strict profile a replace of a complex attribute leaves nothing of it that is not named (IP-5.5-04, choice A-04); in
 * the RFC what is not named stays. So it becomes a remove and an add.
 */
final class WholeComplex implements Quirk {

    @Override
    public String id() {
        return "IP-5.5-04";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean concerned = operation.op() == Op.REPLACE
                && operation.path().flatMap(PatchPath::elements).isEmpty()
                && operation
                        .path()
                        .map(PatchPath::attribute)
                        .flatMap(key.type()::resolve)
                        .map(ResolvedPath::target)
                        .filter(a -> a.complex() && !a.multiValued() && !a.required())
                        .isPresent();
        return concerned
                ? Stream.of(operation.as(Op.REMOVE).withoutValue(), operation.as(Op.ADD))
                : Stream.of(operation);
    }
}
