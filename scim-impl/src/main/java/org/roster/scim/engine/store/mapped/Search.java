package org.roster.scim.engine.store.mapped;

import org.roster.scim.engine.database.Parameters;

/**
 * A statement that searches.
 *
 * @param from what it selects from
 * @param parameters takes values
 * @param tenant whose rows
 * @param numbers of the subqueries
 */
record Search(From from, Parameters parameters, String tenant, Numbers numbers) {

    /** Counts. Not thread-safe. */
    static final class Numbers {
        private int last;

        int next() {
            return ++last;
        }
    }

    static Search of(MappedType type, String tenant) {
        return new Search(new From(type.entityName() + " e", "e"), new Parameters(), tenant, new Numbers());
    }

    /** The same statement, about other rows in it. */
    Search in(From other) {
        return new Search(other, parameters, tenant, numbers);
    }
}
