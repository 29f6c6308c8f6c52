package org.roster.scim.engine.rest;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a query as the client gave them: in a URL ({@link ClientRequest}) or in the body of a POST to
 * {@code .search} ({@link SearchBody}). Names are found in any case.
 */
interface QueryParameters {

    /** A text. */
    Optional<String> parameter(String name);

    /** A list of attribute names; empty if the client gave none. */
    List<String> names(String name);

    /** A whole number; one that does not fit counts as the largest or smallest that does. */
    Optional<Integer> number(String name);
}
