package org.roster.scim.engine.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.CompareOperator;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.patch.AttributeChange;
import org.roster.scim.patch.AttributeChange.AddElements;
import org.roster.scim.patch.AttributeChange.Assign;
import org.roster.scim.patch.AttributeChange.EditElements;
import org.roster.scim.patch.AttributeChange.Merge;
import org.roster.scim.patch.AttributeChange.RemoveElements;
import org.roster.scim.patch.AttributeChange.RemoveListed;
import org.roster.scim.patch.AttributeChange.Unassign;

/**
 * The sum of the changes of a membership: who shall be in it and who shall not, and whether that is all there is. Computed
 * without reading the members, unless a remove names them by something else than their ids.
 */
public final class MemberChanges implements AttributeChange.Visitor<Void> {

    private final Supplier<JsonArray> current;
    private final Function<Set<String>, JsonArray> shown;
    private final Set<String> added = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private boolean replacesAll;

    /**
     * Begins without changes.
     *
     * @param current reads the members as they are in the store; called only if there is no other way
     * @param shown reads how resources would look as members; called only if there is no other way
     */
    public MemberChanges(Supplier<JsonArray> current, Function<Set<String>, JsonArray> shown) {
        this.current = current;
        this.shown = shown;
    }

    /**
     * Adds a change to the sum.
     *
     * @param change of the membership
     */
    public void apply(AttributeChange change) {
        change.accept(this);
    }

    /** Ids that shall be members, each of them once. */
    public Set<String> added() {
        return added;
    }

    /** Ids that shall not be members; meaningless if {@link #replacesAll}. */
    public Set<String> removed() {
        return removed;
    }

    /** Whether the members that were there before go, but for the added ones. */
    public boolean replacesAll() {
        return replacesAll;
    }

    /** Whether nothing changes. */
    public boolean none() {
        return !replacesAll && added.isEmpty() && removed.isEmpty();
    }

    @Override
    public Void assign(Assign change) {
        unassignAll();
        change.value().asJsonArray().forEach(e -> add(e, change));
        return null;
    }

    @Override
    public Void addElements(AddElements change) {
        change.elements().forEach(e -> add(e, change));
        return null;
    }

    @Override
    public Void unassign(Unassign change) {
        unassignAll();
        return null;
    }

    @Override
    public Void removeListed(RemoveListed change) {
        change.elements().forEach(e -> remove(id(e, change)));
        return null;
    }

    @Override
    public Void removeElements(RemoveElements change) {
        Optional<Set<String>> ids = ids(change.which());
        if (ids.isPresent()) {
            ids.get().forEach(this::remove);
            return null;
        }
        List<JsonValue> members = new ArrayList<>(shown.apply(added));
        if (!replacesAll) {
            current.get().stream().filter(m -> !removed.contains(id(m, change))).forEach(members::add);
        }
        members.stream()
                .filter(m -> FilterEvaluator.matchesElement(
                        change.which(), change.target().attribute(), m))
                .forEach(m -> remove(id(m, change)));
        return null;
    }

    @Override
    public Void editElements(EditElements change) {
        throw ScimException.mutability("the sub-attributes of " + change.target()
                + " are immutable; remove the element and add the one that you want");
    }

    @Override
    public Void merge(Merge change) {
        throw new IllegalArgumentException(change.target() + " is multi-valued");
    }

    private void unassignAll() {
        replacesAll = true;
        added.clear();
        removed.clear();
    }

    private void add(JsonValue element, AttributeChange change) {
        String id = id(element, change);
        removed.remove(id);
        added.add(id);
    }

    private void remove(String id) {
        added.remove(id);
        removed.add(id);
    }

    private static String id(JsonValue element, AttributeChange change) {
        if (element instanceof JsonObject object && object.get("value") instanceof JsonString id) {
            return id.getString();
        }
        throw ScimException.invalidValue(
                change.target() + ": each element needs the id of a resource as \"value\", found " + element);
    }

    /** The ids that a filter names: {@code value eq "a"}, several joined by {@code or}. */
    private static Optional<Set<String>> ids(Filter filter) {
        if (filter instanceof Filter.Or or) {
            Set<Optional<Set<String>>> terms =
                    or.terms().stream().map(MemberChanges::ids).collect(Collectors.toSet());
            return terms.stream().allMatch(Optional::isPresent)
                    ? Optional.of(terms.stream()
                            .flatMap(t -> t.orElseThrow().stream())
                            .collect(Collectors.toSet()))
                    : Optional.empty();
        }
        return filter instanceof Filter.Comparison c
                        && c.operator() == CompareOperator.EQ
                        && c.path().name().equals("value")
                        && c.value() instanceof JsonString id
                ? Optional.of(Set.of(id.getString()))
                : Optional.empty();
    }
}
