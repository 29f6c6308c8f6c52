package org.roster.scim.engine.store.mapped;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.engine.store.MemberChanges;
import org.roster.scim.error.ScimException;
import org.roster.scim.patch.AttributeChange;

/**
 * Writes who is a member. Which type of member an id belongs to is found out by looking for it.
 *
 * @param work the work this is part of
 * @param members of the group
 * @param group the group's entity
 * @param id of the group
 */
record MemberWriter(ResourceWriter work, RelationAttribute members, Object group, Object id) {

    /** Does what an update wants, and says whether anything changed. */
    boolean write(List<AttributeChange> wanted) {
        MemberChanges changes = new MemberChanges(this::current, this::shown);
        wanted.forEach(changes::apply);
        if (changes.none()) {
            return false;
        }
        Set<String> missing = new LinkedHashSet<>(changes.added());
        List<Runnable> steps = new ArrayList<>();
        for (MemberRows rows : rows()) {
            Set<Object> there = rows.there(changes);
            missing.removeIf(m -> rows.id(m).filter(there::contains).isPresent());
            Set<Object> gone = rows.gone(there, changes);
            if (!gone.isEmpty()) {
                steps.add(() -> rows.remove(gone));
            }
        }
        for (MemberRows rows : rows()) {
            Map<Object, Object> found = rows.candidates(missing);
            if (!found.isEmpty()) {
                missing.removeIf(m -> rows.id(m).filter(found::containsKey).isPresent());
                steps.add(() -> rows.add(found.values()));
            }
        }
        missing.stream().findFirst().ifPresent(m -> {
            throw unknown(m);
        });
        steps.forEach(Runnable::run);
        return !steps.isEmpty();
    }

    private List<MemberRows> rows() {
        return members.relations().stream()
                .map(r -> new MemberRows(work, r, group, id))
                .toList();
    }

    private ScimException unknown(String member) {
        return ScimException.invalidValue(
                members.path() + ": there is no other resource with the id \"" + member + "\" that can be a member");
    }

    private JsonArray current() {
        return Optional.ofNullable(members.load(new Rows(work.em(), work.tenant()), List.of(id))
                        .get(id))
                .map(JsonValue::asJsonArray)
                .orElse(JsonValue.EMPTY_JSON_ARRAY);
    }

    private JsonArray shown(Set<String> ids) {
        JsonArrayBuilder shown = JsonProvider.provider().createArrayBuilder();
        Set<String> unknown = new LinkedHashSet<>(ids);
        for (MemberRows rows : rows()) {
            unknown.removeIf(m -> rows.id(m).isPresent());
            rows.shown(ids).forEach(shown::add);
        }
        unknown.stream().findFirst().ifPresent(m -> {
            throw unknown(m);
        });
        return shown.build();
    }
}
