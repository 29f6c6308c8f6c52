package org.roster.scim.engine.dialect;

import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchOperation.Op;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.spi.ResourceKey;

/**
 * The strict profile wants a path in each operation (IP-5.5-02), and one with brackets to end at a sub-attribute
 * (IP-5.5-05). Choice: not in a remove, because members could not be removed otherwise.
 */
final class PathInEachOperation implements Quirk {

    @Override
    public String id() {
        return "IP-5.5-02";
    }

    @Override
    public Stream<PatchOperation> operation(ResourceKey key, PatchOperation operation) {
        PatchPath path = operation
                .path()
                .orElseThrow(() -> ScimException.invalidSyntax("each operation needs a path (IP §5.5)"));
        if (operation.op() != Op.REMOVE
                && path.elements().isPresent()
                && path.attribute().subAttribute().isEmpty()) {
            throw ScimException.invalidPath(
                    "path: \"" + path + "\" must end at a sub-attribute, for instance " + path + ".value (IP §5.5)");
        }
        return Stream.of(operation);
    }
}
