package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.engine.database.Chain;
import org.roster.scim.engine.database.Parameters;
import org.roster.scim.engine.database.Retries;
import org.roster.scim.engine.store.MemberChanges;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.ResourceUpdate;

/**
 * Carries out an update on the rows of a resource. A changed document is written only if the version is still the one that
 * was read. Members that come or go do not depend on what was read, so they only count the version up: parallel changes of
 * one group all survive, unless the client insists on a version.
 *
 * @param em of the running transaction
 * @param relations which attributes are rows
 * @param type of the resource
 * @param journal is told what changes
 */
record ResourceWriter(EntityManager em, Relations relations, ResourceType type, JournalWriter journal) {

    /** Returns the resource as it is afterwards; unchanged, if the update has no effect. */
    StoredResource write(StoredResource before, ResourceUpdate update) {
        ScimResource bare = ResourceAssembler.bare(before);
        JsonObject old = bare.attributes();
        JsonObject document = update.applyTo(bare, Holding.apart(relations.apart(type)));
        boolean documentChanges = !document.equals(old);
        MemberLog members = journal.members();
        boolean membersChange = writeMembers(before, update, members);
        if (!documentChanges && !membersChange) {
            return before;
        }
        boolean membersAlone = !documentChanges && update.precondition().equals(Precondition.NONE);
        StoredResource after =
                before.changed(documentChanges ? DocumentText.write(document) : before.document(), now(before));
        ChangeText text = new ChangeText(type, old, documentChanges ? document : old);
        return membersAlone ? countUp(after, text, members) : replace(before, after, text, members);
    }

    private static long now(StoredResource before) {
        // Later than the change before, whatever the clock of its node says: the journal is ordered by it.
        return Math.max(DateTimes.now().toEpochMilli(), before.lastModified() + 1);
    }

    /** Writes if the version is still the one that was read. */
    private StoredResource replace(StoredResource before, StoredResource after, ChangeText text, MemberLog members) {
        IndexTables index = new IndexTables(em, type);
        IndexTables.Change change = index.change(text.before(), text.after());
        Chain chain = Chain.of(em, before.document().length() + after.document().length());
        Parameters parameters = chain.parameters();
        String statement = "update scim_resource set version = " + parameters.add(after.version())
                + ", last_modified = " + parameters.add(after.lastModified()) + ", document = "
                + parameters.add(after.document()) + ", display = "
                + parameters.orNull(JpaResourceStore.display(type, text.after())) + " where id = "
                + parameters.add(before.id()) + " and version = " + parameters.add(before.version());
        List<String> free = index.free(before.tenant(), change, parameters);
        chain.first(joined(statement, " and ", free), parameters, "id");
        index.follow(chain, after, change);
        journal.changed(chain, after, text, members);
        if (!chain.run()) {
            throw refused(index, after, text.after());
        }
        index.login(after, change);
        return after;
    }

    private static String joined(String statement, String word, List<String> conditions) {
        return conditions.isEmpty() ? statement : statement + word + String.join(" and ", conditions);
    }

    /** Somebody else has a value that must be unique, or was faster. */
    private static RuntimeException refused(IndexTables index, StoredResource stored, JsonObject document) {
        Optional<ScimException> taken = index.taken(stored.tenant(), stored.id(), document);
        return taken.isPresent() ? taken.get() : new Retries.Collision();
    }

    /**
     * Counts the version up, whichever it is by now, and waits for others at most once: a crowd that changes one group stands
     * in one queue. Usually nobody else was there, and the journal's statement says so.
     */
    private StoredResource countUp(StoredResource expected, ChangeText text, MemberLog members) {
        Chain chain = Chain.of(em, 0);
        Parameters parameters = chain.parameters();
        String statement =
                "update scim_resource set version = version + 1, last_modified = greatest(last_modified + 1, "
                        + parameters.add(expected.lastModified()) + ") where id = " + parameters.add(expected.id());
        chain.first(statement, parameters, JournalWriter.COPIED);
        journal.changedAsExpected(chain, expected, text, members);
        if (chain.run()) {
            return expected;
        }
        StoredResource counted = em.createQuery(
                        "select " + StoredResource.COLUMNS + " from ResourceRow r where r.id = ?1", Object[].class)
                .setParameter(1, expected.id())
                .getResultStream()
                .findFirst()
                .map(StoredResource::of)
                .orElseThrow(Retries.Collision::new);
        journal.changed(counted, text, members);
        return counted;
    }

    private boolean writeMembers(StoredResource before, ResourceUpdate update, MemberLog log) {
        return relations
                .members(type)
                .map(attribute -> writeMembers(before, update, attribute, log))
                .orElse(false);
    }

    private boolean writeMembers(StoredResource before, ResourceUpdate update, ResolvedPath attribute, MemberLog log) {
        MemberTable table = new MemberTable(em);
        MemberChanges changes = new MemberChanges(
                () -> DocumentText.array(table.members(attribute, List.of(before.id()))
                        .of(before.id())
                        .orElse("[]")),
                ids -> table.shown(attribute, before.tenant(), ids));
        update.changesOf(attribute.attribute().name()).forEach(changes::apply);
        return !changes.none() && table.write(before, changes, attribute, log);
    }

    /** Inserts a new resource with everything that belongs to it. */
    void insert(StoredResource stored, JsonObject document, MemberChanges members) {
        IndexTables index = new IndexTables(em, type);
        IndexTables.Change change = index.change(JsonValue.EMPTY_JSON_OBJECT, document);
        ChangeText text = new ChangeText(type, JsonValue.EMPTY_JSON_OBJECT, document);
        MemberLog log = journal.members();
        Chain chain = Chain.of(em, stored.document().length());
        Parameters parameters = chain.parameters();
        String row = Stream.of(
                        parameters.add(stored.id()),
                        parameters.add(stored.tenant()),
                        parameters.add(stored.type()),
                        parameters.add(stored.version()),
                        parameters.add(stored.created()),
                        parameters.add(stored.lastModified()),
                        parameters.orNull(JpaResourceStore.display(type, document)),
                        parameters.add(stored.document()))
                .collect(Collectors.joining(", "));
        String statement =
                "insert into scim_resource (id, tenant, type, version, created, last_modified, display, document) select "
                        + row;
        List<String> free = index.free(stored.tenant(), change, parameters);
        chain.first(joined(statement, " where ", free), parameters, "id");
        index.follow(chain, stored, change);
        if (members.none()) {
            journal.created(chain, stored, text, log);
        }
        if (!chain.run()) {
            throw refused(index, stored, document);
        }
        index.login(stored, change);
        if (!members.none()) {
            relations.members(type).ifPresent(a -> new MemberTable(em).write(stored, members, a, log));
            journal.created(stored, text, log);
        }
    }
}
