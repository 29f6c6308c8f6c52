package org.roster.scim.it.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roster.scim.spi.Operation;

/**
 * An endpoint as a row of the matrix: which methods it has, what each needs, and what the answer is to who may. Reads as
 * {@code at("/Users").on("GET", 200, needs(QUERY, "User"))}. Immutable.
 *
 * @param path below the base URL
 * @param kind what is special about it
 * @param methods those that it has; any other one is 405
 */
record MatrixPlace(String path, Kind kind, Map<String, Need> methods) {
    static final String BULK_RESULT = "Bulk";

    /** What is special about an endpoint. */
    enum Kind {
        USUAL,
        /** Answers without a credential. */
        OPEN,
        /** Stands for the caller. */
        ME,
        /** Of a resource that is in one tenant only. */
        IN_ONE_TENANT,
        /** Of the administration, whose body is empty in the matrix. */
        ADMINISTRATION,
        /** Is refused before anybody is asked who he is. */
        CLOSED
    }

    /**
     * What a method needs.
     *
     * @param answer to who may
     * @param anyOf one of these is enough; none if every known caller may
     */
    record Need(int answer, List<Permission> anyOf) {}

    /** An operation on a type. */
    record Permission(Operation operation, String type) {}

    static MatrixPlace at(String path) {
        return new MatrixPlace(path, Kind.USUAL, Map.of());
    }

    MatrixPlace that(Kind special) {
        return new MatrixPlace(path, special, methods);
    }

    MatrixPlace on(String method, int answer, Permission... anyOf) {
        Map<String, Need> more = new HashMap<>(methods);
        more.put(method, new Need(answer, List.of(anyOf)));
        return new MatrixPlace(path, kind, more);
    }

    static Permission needs(Operation operation, String type) {
        return new Permission(operation, type);
    }

    /** The same endpoint by another address. */
    MatrixPlace called(String otherPath) {
        return new MatrixPlace(otherPath, kind, methods);
    }
}
