package org.roster.scim.engine.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;

/**
 * Makes a query of a statement and its parameters, and sees to it that the parameters stay parameters: where EclipseLink
 * thinks that a database cannot bind everything, on H2 for each EXISTS, CASE and ESCAPE, it writes all values into the text.
 */
public final class BoundQuery {

    private static final String ECLIPSELINK = "org.eclipse.persistence.";

    private static final QueryNames NAMES = new QueryNames();

    private BoundQuery() {}

    /**
     * Which of the rows that are found are wanted.
     *
     * @param first how many are left out before the first; 0 or more
     * @param most how many at most; 1 or more
     */
    public record Window(int first, int most) {}

    /** Rows that a statement finds, all of them. */
    public static <T> List<T> list(EntityManager em, String statement, Class<T> result, Parameters parameters) {
        return list(em, statement, result, parameters, Optional.empty());
    }

    /** Those rows of a statement that are wanted. */
    public static <T> List<T> list(
            EntityManager em, String statement, Class<T> result, Parameters parameters, Window window) {
        return list(em, statement, result, parameters, Optional.of(window));
    }

    /**
     * EclipseLink makes SQL anew of each query that gets a hint. So after the first time it knows a query by a name, what is said
     * of it included.
     */
    private static <T> List<T> list(
            EntityManager em, String statement, Class<T> result, Parameters parameters, Optional<Window> window) {
        if (!isEclipseLink(em)) {
            return windowed(of(em, statement, result, parameters), window).getResultList();
        }
        return NAMES.run(
                em,
                (window.isPresent() ? "part: " : "all: ") + statement,
                name -> em.createNamedQuery(name, result),
                () -> hinted(em, statement, result),
                query -> windowed(parameters.bind(query), window).getResultList());
    }

    private static <T> TypedQuery<T> windowed(TypedQuery<T> query, Optional<Window> window) {
        window.ifPresent(w -> query.setFirstResult(w.first()).setMaxResults(w.most()));
        return query;
    }

    private static boolean isEclipseLink(EntityManager em) {
        return em.getDelegate().getClass().getName().startsWith(ECLIPSELINK);
    }

    /** A query of which more is to be said. */
    public static <T> TypedQuery<T> of(EntityManager em, String statement, Class<T> result, Parameters parameters) {
        return parameters.bind(hinted(em, statement, result));
    }

    private static <T> TypedQuery<T> hinted(EntityManager em, String statement, Class<T> result) {
        TypedQuery<T> query = em.createQuery(statement, result);
        // Other providers ignore a hint that they do not know, but Hibernate logs each.
        if (isEclipseLink(em)) {
            query.setHint("eclipselink.jdbc.bind-parameters", "true");
        }
        return query;
    }
}
