package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.database.Chain;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;

/**
 * Writes {@code scim_value}. A resource has a dozen rows here, so they come and go many at a time: a statement costs more
 * than a row.
 *
 * @param chain whose first statement writes the resource
 * @param owner whose rows
 */
record ValueTable(Chain chain, StoredResource owner) {

    private static final int ROWS_PER_STATEMENT = 100;

    /** Inserts rows. */
    void insert(Collection<IndexEntry> entries) {
        for (List<IndexEntry> some : chunks(entries)) {
            Parameters parameters = chain.parameters();
            chain.insert(
                    "scim_value",
                    "resource_id, tenant",
                    parameters.add(owner.id()) + ", " + parameters.add(owner.tenant()),
                    List.of(
                            column("index_key", "text", some, IndexEntry::key),
                            column("element", "integer", some, IndexEntry::element),
                            column("sort_first", "integer", some, entry -> entry.sortFirst() ? 1 : 0),
                            column(
                                    "full_value",
                                    "text",
                                    some,
                                    entry -> entry.fullValue().orElse(null))),
                    parameters);
        }
    }

    private static Chain.Column column(
            String name, String type, List<IndexEntry> entries, Function<IndexEntry, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>();
        entries.forEach(entry -> values.add(value.apply(entry)));
        return new Chain.Column(name, type, values);
    }

    private static String sortFirst(IndexEntry entry) {
        return entry.sortFirst() ? "1" : "0";
    }

    /** Deletes all rows of a resource that is gone. */
    static void clear(EntityManager em, String resource) {
        NativeQueries.execute(em, "delete from scim_value where resource_id = ?1", Parameters.of(resource));
    }

    /**
     * Rows go and others come. One that goes becomes one that comes where they have the same key, because no row may go and
     * come in one chain, and where there is one of both, because that is less work.
     */
    void replace(Set<IndexEntry> gone, Set<IndexEntry> come) {
        if (gone.isEmpty()) {
            insert(come);
            return;
        }
        Map<IndexEntry.Position, IndexEntry> less = byPosition(gone, come);
        Map<IndexEntry.Position, IndexEntry> more = byPosition(come, gone);
        for (IndexEntry entry : List.copyOf(more.values())) {
            @Nullable IndexEntry before = less.remove(entry.position());
            if (before != null) {
                update(before, entry);
                more.remove(entry.position());
            }
        }
        if (less.size() == 1 && more.size() == 1) {
            update(less.values().iterator().next(), more.values().iterator().next());
        } else {
            delete(less.values());
            insert(more.values());
        }
    }

    private static Map<IndexEntry.Position, IndexEntry> byPosition(Set<IndexEntry> some, Set<IndexEntry> without) {
        Map<IndexEntry.Position, IndexEntry> rest = new LinkedHashMap<>();
        for (IndexEntry entry : some) {
            if (!without.contains(entry)) {
                rest.put(entry.position(), entry);
            }
        }
        return rest;
    }

    private void update(IndexEntry gone, IndexEntry come) {
        Parameters parameters = chain.parameters();
        String set = "index_key = " + parameters.add(come.key()) + ", element = " + parameters.add(come.element())
                + ", sort_first = " + sortFirst(come) + ", full_value = "
                + parameters.orNull(come.fullValue().orElse(null));
        chain.change("update scim_value set " + set + " where " + where(gone, parameters), parameters);
    }

    private void delete(Collection<IndexEntry> entries) {
        for (List<IndexEntry> some : chunks(entries)) {
            Parameters parameters = chain.parameters();
            String rows = some.stream()
                    .map(entry -> "(" + where(entry, parameters) + ")")
                    .collect(Collectors.joining(" or ", "(", ")"));
            chain.change("delete from scim_value where " + rows, parameters);
        }
    }

    private String where(IndexEntry entry, Parameters parameters) {
        return "resource_id = " + parameters.add(owner.id()) + " and index_key = " + parameters.add(entry.key())
                + " and element = " + parameters.add(entry.element());
    }

    private static List<List<IndexEntry>> chunks(Collection<IndexEntry> entries) {
        List<List<IndexEntry>> chunks = new ArrayList<>();
        Iterator<IndexEntry> rest = entries.iterator();
        while (rest.hasNext()) {
            List<IndexEntry> chunk = new ArrayList<>();
            while (rest.hasNext() && chunk.size() < ROWS_PER_STATEMENT) {
                chunk.add(rest.next());
            }
            chunks.add(chunk);
        }
        return chunks;
    }
}
