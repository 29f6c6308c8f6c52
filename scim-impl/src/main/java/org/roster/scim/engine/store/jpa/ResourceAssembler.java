package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.roster.scim.engine.store.jpa.Relations.Side;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.resource.Meta;
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

    private static final JsonProvider JSON = JsonProvider.provider();

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
        List<String> ids = page.stream().map(StoredResource::id).toList();
        MemberTable table = new MemberTable(em);
        Map<String, Map<String, JsonArray>> apart = new HashMap<>();
        relations
                .members(type)
                .filter(projection::wants)
                .ifPresent(a -> apart.put(a.attribute().name(), table.elements(a, Side.MEMBERS, ids)));
        relations
                .inverse(type)
                .filter(projection::wants)
                .ifPresent(a -> apart.put(a.attribute().name(), table.elements(a, Side.INVERSE, ids)));
        return page.stream().map(stored -> assemble(stored, apart)).toList();
    }

    private static ScimResource assemble(StoredResource stored, Map<String, Map<String, JsonArray>> apart) {
        ScimResource bare = bare(stored);
        JsonObjectBuilder attributes = JSON.createObjectBuilder(bare.attributes());
        apart.forEach((name, elements) -> {
            if (elements.containsKey(stored.id())) {
                attributes.add(name, elements.get(stored.id()));
            }
        });
        return apart.isEmpty() ? bare : bare.withAttributes(attributes.build());
    }

    /** A resource without what is kept apart from its document. */
    static ScimResource bare(StoredResource stored) {
        JsonObject document = DocumentText.read(stored.document());
        Meta meta = new Meta(
                stored.type(),
                Instant.ofEpochMilli(stored.created()),
                Instant.ofEpochMilli(stored.lastModified()),
                Long.toString(stored.version()));
        return new ScimResource(stored.id(), meta, document);
    }
}
