package org.roster.scim.engine.operation;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterAttributes;
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
 * @param hidden attributes and parts of them that he does not see
 * @param locks on those that he may not write
 */
record Permitted(RequestContext context, Set<ResolvedPath> hidden, Locks locks) {

    /** What the caller sees of what he asked for. */
    Projection shown(Projection projection) {
        return projection.hiding(hidden);
    }

    /** The same resources, as the caller sees them; he cannot choose them by what he may not see. */
    Selection shown(Selection bound) {
        if (!hidden.isEmpty()) {
            FilterAttributes.of(bound.filter(), bound.type()).forEach(this::requireReadable);
        }
        return new Selection(bound.type(), bound.filter(), shown(bound.projection()));
    }

    /** Refuses an order by what the caller may not see: whoever can sort by a salary knows it nearly. */
    void requireReadable(Sort sort) {
        sort.attribute().ifPresent(this::requireReadable);
    }

    /** Refuses a new resource that has what the caller may not write. */
    void requireWritable(JsonObject attributes) {
        locks.attributes().stream()
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
                .flatMap(change -> Stream.of(change.target(), change.target().parent()))
                .filter(locks::hold)
                .findFirst()
                .ifPresent(locked -> {
                    throw locks.refusal(locked);
                });
        if (!hidden.isEmpty()) {
            changes.stream().flatMap(Permitted::looksAt).forEach(this::requireReadable);
        }
    }

    /** A PUT in which what the caller may not write stays as it is. */
    ResourceUpdate keeping(ResourceType type, ResourceUpdate update) {
        return locks.attributes().isEmpty() ? update : new LockedUpdate(type, locks, update);
    }

    /** A PATCH that is refused if it changes a part of an attribute that the caller may not write. */
    ResourceUpdate refusing(ResourceUpdate update) {
        return locks.parts().isEmpty() ? update : new LockedParts(locks, update);
    }

    /** What a change compares before it does something; the values of a list are compared as a whole, or by their value. */
    private static Stream<ResolvedPath> looksAt(AttributeChange change) {
        ResolvedPath attribute = change.target().parent();
        if (change instanceof AttributeChange.EditElements edit) {
            return FilterAttributes.ofElements(edit.which(), attribute);
        }
        if (change instanceof AttributeChange.RemoveElements remove) {
            return FilterAttributes.ofElements(remove.which(), attribute);
        }
        return change instanceof AttributeChange.RemoveListed ? Stream.of(attribute) : Stream.empty();
    }

    /** An attribute is readable if nothing of it is hidden: whether it is there tells of each part. */
    private void requireReadable(ResolvedPath attribute) {
        boolean unreadable = hidden.stream()
                .anyMatch(h -> h.equals(attribute)
                        || h.equals(attribute.parent())
                        || h.parent().equals(attribute));
        if (unreadable) {
            throw ScimException.of(
                    403,
                    "\"" + attribute
                            + "\": your credential may not read this attribute, so it can be neither searched nor "
                            + "sorted by");
        }
    }
}
