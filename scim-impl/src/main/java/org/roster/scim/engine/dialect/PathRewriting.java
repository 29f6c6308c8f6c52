package org.roster.scim.engine.dialect;

import java.util.function.UnaryOperator;
import org.roster.scim.patch.PatchOperation;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.path.AttributePath;

/** Changes the attribute that an operation names. */
final class PathRewriting {

    private PathRewriting() {}

    /** Returns the same operation if it has no path or the path stays. */
    static PatchOperation at(PatchOperation operation, UnaryOperator<AttributePath> rewriting) {
        if (operation.path().isEmpty()) {
            return operation;
        }
        PatchPath path = operation.path().get();
        AttributePath rewritten = rewriting.apply(path.attribute());
        return rewritten.equals(path.attribute()) ? operation : operation.at(path.withAttribute(rewritten));
    }
}
