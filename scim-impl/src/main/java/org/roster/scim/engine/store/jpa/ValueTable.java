package org.roster.scim.engine.store.jpa;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.roster.scim.engine.database.NativeQueries;
import org.roster.scim.engine.database.Parameters;

/**
 * Writes {@code scim_value}. A resource has a dozen rows here, so they come and go many at a time: a statement costs more
 * than a row.
 *
 * @param em of the running transaction
 * @param owner whose rows
 */
record ValueTable(EntityManager em, StoredResource owner) {

    private static final int ROWS_PER_STATEMENT = 100;

    /** Inserts rows. */
    void insert(Collection<IndexEntry> entries) {
        for (List<IndexEntry> some : chunks(entries)) {
            Parameters parameters = new Parameters();
            String id = parameters.add(owner.id());
            String tenant = parameters.add(owner.tenant());
            String rows = some.stream()
                    .map(entry -> "(" + id + ", " + tenant + ", " + columns(entry, parameters) + ")")
                    .collect(Collectors.joining(", "));
            execute(
                    "insert into scim_value (resource_id, tenant, index_key, element, sort_first, full_value) values "
                            + rows,
                    parameters);
        }
    }

    /** Only texts are parameters: with three for each row EclipseLink would spend most of the time on finding them. */
    private static String columns(IndexEntry entry, Parameters parameters) {
        return parameters.add(entry.key()) + ", " + entry.element() + ", " + sortFirst(entry) + ", "
                + parameters.orNull(entry.fullValue().orElse(null));
    }

    private static String sortFirst(IndexEntry entry) {
        return entry.sortFirst() ? "1" : "0";
    }

    /** Deletes all rows of a resource that is gone. */
    void clear() {
        Parameters parameters = new Parameters();
        execute("delete from scim_value where resource_id = " + parameters.add(owner.id()), parameters);
    }

    /** Rows go and others come. One that goes becomes one that comes, as long as there are both. */
    void replace(Set<IndexEntry> gone, Set<IndexEntry> come) {
        Set<IndexEntry> less = new HashSet<>(gone);
        less.removeAll(come);
        Set<IndexEntry> more = new HashSet<>(come);
        more.removeAll(gone);
        if (less.size() == 1 && more.size() == 1) {
            update(less.iterator().next(), more.iterator().next());
        } else {
            delete(less);
            insert(more);
        }
    }

    private void update(IndexEntry gone, IndexEntry come) {
        Parameters parameters = new Parameters();
        String set = "index_key = " + parameters.add(come.key()) + ", element = " + parameters.add(come.element())
                + ", sort_first = " + sortFirst(come) + ", full_value = "
                + parameters.orNull(come.fullValue().orElse(null));
        execute("update scim_value set " + set + " where " + where(gone, parameters), parameters);
    }

    private void delete(Collection<IndexEntry> entries) {
        for (List<IndexEntry> some : chunks(entries)) {
            Parameters parameters = new Parameters();
            String rows = some.stream()
                    .map(entry -> "(" + where(entry, parameters) + ")")
                    .collect(Collectors.joining(" or "));
            execute("delete from scim_value where " + rows, parameters);
        }
    }

    private String where(IndexEntry entry, Parameters parameters) {
        return "resource_id = " + parameters.add(owner.id()) + " and index_key = " + parameters.add(entry.key())
                + " and element = " + parameters.add(entry.element());
    }

    private void execute(String statement, Parameters parameters) {
        NativeQueries.execute(em, statement, parameters);
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
