package org.roster.scim.it.soak;

import java.sql.SQLException;
import org.roster.scim.it.http.ScimHttp;

/**
 * Writes one thing after another and remembers what was acknowledged. An answer of success is an acknowledgement; any other
 * answer, and none, leaves it open whether the request was carried out.
 */
interface Writer {

    String LOST = "acknowledged writes lost";
    String HALF_PATCHES = "PATCHes half applied";
    String HALF_BULKS = "circles of bulk operations half applied";

    /** Sends one request, and says whether it was acknowledged. Throws what the client throws when there is no answer. */
    boolean step(ScimHttp http);

    /** Holds what is in the database beside what is remembered. Nobody writes meanwhile. */
    void check(Cluster cluster, Losses losses) throws SQLException;

    /** Counts what must not be. */
    interface Losses {
        void add(String what, long count);
    }
}
