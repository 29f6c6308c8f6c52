package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/**
 * Puts resources together from their rows: the document, and the members or groups if the projection wants them; one
 * statement for all resources of a page.
 *
 * @param em of the running transaction
 * @param relations which attributes are rows
 */
record ResourceAssembler(EntityManager em, Relations relations) {

    /** The results of a query, in the order of the page. */
    List<ScimResource> assemble(Query query, List<StoredResource> page) {
        Map<String, ScimResource> assembled = new HashMap<>();
        query.selections().forEach(selection -> {
            List<StoredResource> some = page.stream()
                    .filter(stored -> stored.type().equals(selection.type().name()))
                    .toList();
            assemble(selection.type(), some, selection.projection()).forEach(r -> assembled.put(r.id(), r));
        });
        return page.stream()
                .flatMap(stored -> Stream.ofNullable(assembled.get(stored.id())))
                .toList();
    }

    List<ScimResource> assemble(ResourceType type, List<StoredResource> page, Projection projection) {
        return assemble(type, page, projection, Optional.empty());
    }

    /** The same, if somebody has read already in which groups they are. */
    List<ScimResource> assemble(
            ResourceType type, List<StoredResource> page, Projection projection, Optional<MemberElements> groups) {
        List<MemberElements> apart = new ArrayList<>(2);
        groups.or(() -> relations
                        .inverse(type)
                        .filter(projection::wants)
                        .map(inverse -> new MemberTable(em).groups(inverse, ids(page))))
                .ifPresent(apart::add);
        relations
                .members(type)
                .filter(projection::wants)
                .map(members -> new MemberTable(em).members(members, ids(page)))
                .ifPresent(apart::add);
        List<ScimResource> assembled = new ArrayList<>(page.size());
        for (StoredResource stored : page) {
            assembled.add(assemble(stored, apart));
        }
        return assembled;
    }

    private static List<String> ids(List<StoredResource> page) {
        return page.stream().map(StoredResource::id).toList();
    }

    /** Puts what is apart behind the rest of a document, in this order. */
    static ScimResource assemble(StoredResource stored, List<MemberElements> apart) {
        String text = stored.document();
        for (MemberElements elements : apart) {
            Optional<String> array = elements.of(stored.id());
            text = array.isPresent() ? DocumentText.with(text, elements.name(), array.get()) : text;
        }
        return ScimResource.ofText(stored.id(), stored.meta(), text);
    }

    /** A resource without what is kept apart from its document. */
    static ScimResource bare(StoredResource stored) {
        return ScimResource.ofText(stored.id(), stored.meta(), stored.document());
    }
}
