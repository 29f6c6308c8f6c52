package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Selection;
import org.roster.scim.query.Sort;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceUpdate;

/**
 * An operation that a caller may do, on the attributes that he may read and write.
 *
 * @param context with the rule that permits it
 * @param hidden attributes that he does not see
 * @param locks on attributes that he may not write
 */
record Permitted(RequestContext context, Set<ResolvedPath> hidden, Locks locks) {

    /** What the caller sees of what he asked for. */
    Projection shown(Projection projection) {
        return projection.hiding(hidden);
    }

    /** The same resources, as the caller sees them; he cannot choose them by what he may not see. */
    Selection shown(Selection bound) {
        if (!hidden.isEmpty()) {
            bound.filter().accept(new FilterAttributes(bound.type())).forEach(this::requireReadable);
        }
        return new Selection(bound.type(), bound.filter(), shown(bound.projection()));
    }

    /** Refuses an order by what the caller may not see: whoever can sort by a salary knows it nearly. */
    void requireReadable(Sort sort) {
        sort.attribute().ifPresent(by -> requireReadable(by.parent()));
    }

    /** Refuses a new resource that has what the caller may not write. */
    void requireWritable(ResourceType type, JsonObject attributes) {
        type.attributes()
                .filter(locks::hold)
                .filter(path ->
                        ScimResource.values(attributes, path.path()).findAny().isPresent())
                .findFirst()
                .ifPresent(locked -> {
                    throw locks.refusal(locked);
                });
    }

    /** Refuses a PATCH of what the caller may not write, and one that finds elements by what he may not read. */
    void requireWritable(List<AttributeChange> changes) {
        changes.stream()
                .map(change -> change.target().parent())
                .filter(locks::hold)
                .findFirst()
                .ifPresent(locked -> {
                    throw locks.refusal(locked);
                });
        if (!hidden.isEmpty()) {
            changes.stream()
                    .filter(Permitted::looksFirst)
                    .forEach(change -> requireReadable(change.target().parent()));
        }
    }

    /** A PUT in which what the caller may not write stays as it is. */
    ResourceUpdate keeping(ResourceType type, ResourceUpdate update) {
        return locks.attributes().isEmpty() ? update : new LockedUpdate(type, locks, update);
    }

    private static boolean looksFirst(AttributeChange change) {
        return change instanceof AttributeChange.EditElements
                || change instanceof AttributeChange.RemoveElements
                || change instanceof AttributeChange.RemoveListed;
    }

    private void requireReadable(ResolvedPath attribute) {
        if (hidden.contains(attribute)) {
            throw ScimException.of(
                    403,
                    "\"" + attribute
                            + "\": your credential may not read this attribute, so it can be neither searched nor "
                            + "sorted by");
        }
    }
}
