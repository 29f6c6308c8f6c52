package org.roster.scim.engine.dialect;

import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.engine.configuration.Mode;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.spi.ResourceKey;

/**
 * Entra replaces {@code phoneNumbers[type eq "mobile"].value} also when there is no such number yet (recording
 * {@code entra/08-fill-missing-typed-value}). Where one sub-attribute of elements is set, replace and add mean the same, but
 * that add creates an element that is not there (choice A-01); so the replace becomes an add. To the RFC it is
 * {@code noTarget}, so this is for Entra alone (choice A-02).
 */
final class ElementToBeCreated implements Quirk {

    @Override
    public String id() {
        return "V-ENTRA-03";
    }

    @Override
    public Set<Mode> of() {
        return Set.of(Mode.ENTRA, Mode.COMPAT);
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        boolean concerned = operation.op() == Op.REPLACE
                && operation.path().flatMap(PatchPath::elements).isPresent()
                && operation
                        .path()
                        .map(PatchPath::attribute)
                        .filter(a -> a.subAttribute().isPresent())
                        .isPresent();
        return Stream.of(concerned ? operation.as(Op.ADD) : operation);
    }
}
