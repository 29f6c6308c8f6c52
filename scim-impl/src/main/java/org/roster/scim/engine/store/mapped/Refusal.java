package org.roster.scim.engine.store.mapped;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;

/**
 * What it means that the database refuses a row. That a value is there twice is found out by whoever tries again; the product's
 * own conditions on its tables are told to the client, because no second try helps.
 */
final class Refusal {

    private static final String NOT_NULL = "23502";
    private static final String FOREIGN_KEY = "23503";
    private static final String FOREIGN_KEY_H2 = "23506";
    private static final String CHECK = "23514";
    private static final String CHECK_H2 = "23513";
    private static final String BEAN_VALIDATION = "ConstraintViolationException";
    private static final String TOO_LONG = "22001";

    private Refusal() {}

    static void around(Runnable flush, Suspects suspects) {
        try {
            flush.run();
        } catch (PersistenceException refused) {
            throw explained(refused, suspects);
        } catch (RuntimeException refused) {
            if (refused.getClass().getSimpleName().equals(BEAN_VALIDATION)) {
                throw ScimException.invalidValue("the product's own rules refuse a value of this resource");
            }
            throw refused;
        }
    }

    private static RuntimeException explained(PersistenceException refused, Suspects suspects) {
        return switch (state(refused)) {
            case NOT_NULL -> ScimException.invalidValue(suspects.missing());
            case CHECK, CHECK_H2 ->
                ScimException.invalidValue("the product's own rules refuse a value of this resource");
            case TOO_LONG -> ScimException.invalidValue(suspects.tooLong());
            case FOREIGN_KEY, FOREIGN_KEY_H2 ->
                ScimException.of(
                        409, "other data of the product refers to this resource, or it to data that is not there");
            default -> refused;
        };
    }

    private static String state(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(e -> ((SQLException) e).getSQLState())
                .filter(state -> state != null)
                .findFirst()
                .orElse("");
    }
}
