package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/**
 * Makes a query of a statement and its parameters, and sees to it that the parameters stay parameters: where EclipseLink
 * thinks that a database cannot bind everything, on H2 for each EXISTS, CASE and ESCAPE, it writes all values into the text.
 */
public final class BoundQuery {

    private static final String ECLIPSELINK = "org.eclipse.persistence.";

    private BoundQuery() {}

    public static <T> TypedQuery<T> of(EntityManager em, String statement, Class<T> result, Parameters parameters) {
        TypedQuery<T> query = em.createQuery(statement, result);
        // Other providers ignore a hint that they do not know, but Hibernate logs each.
        if (em.getDelegate().getClass().getName().startsWith(ECLIPSELINK)) {
            query.setHint("eclipselink.jdbc.bind-parameters", "true");
        }
        return parameters.bind(query);
    }
}
