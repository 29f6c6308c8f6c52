package org.roster.scim.engine.store.mapped;

import jakarta.persistence.CacheRetrieveMode;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.engine.database.BoundQuery;
import org.roster.scim.engine.database.Parameters;

/** Makes a query of a text that has some of the parameters; a condition that turned out to be needless left others. */
final class Statement {

    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d+)");

    private Statement() {}

    /** A query of which more is to be said. */
    static <T> TypedQuery<T> of(EntityManager em, String text, Class<T> result, Parameters parameters) {
        Parameters used = new Parameters();
        return BoundQuery.of(em, renumbered(text, parameters, used), result, used);
    }

    /** The rows that are found. */
    static <T> List<T> list(EntityManager em, String text, Class<T> result, Parameters parameters) {
        Parameters used = new Parameters();
        return BoundQuery.list(em, renumbered(text, parameters, used), result, used);
    }

    /** Some of the rows that are found. */
    static <T> List<T> list(
            EntityManager em, String text, Class<T> result, Parameters parameters, BoundQuery.Window window) {
        Parameters used = new Parameters();
        return BoundQuery.list(em, renumbered(text, parameters, used), result, used, window);
    }

    private static String renumbered(String text, Parameters parameters, Parameters used) {
        Map<String, String> numbers = new HashMap<>();
        StringBuilder renumbered = new StringBuilder(text.length());
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String number =
                    numbers.computeIfAbsent(matcher.group(1), old -> used.add(parameters.value(Integer.parseInt(old))));
            matcher.appendReplacement(renumbered, Matcher.quoteReplacement(number));
        }
        matcher.appendTail(renumbered);
        return renumbered.toString();
    }

    /** Entities as the database has them, not the product's shared cache. */
    static TypedQuery<Object> entities(EntityManager em, String text, Parameters parameters) {
        return of(em, text, Object.class, parameters)
                .setHint("jakarta.persistence.cache.retrieveMode", CacheRetrieveMode.BYPASS);
    }
}
