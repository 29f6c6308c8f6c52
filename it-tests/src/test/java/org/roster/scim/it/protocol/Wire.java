package org.roster.scim.it.protocol;

import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.GroupBuilder;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;

/** What every contract needs: a client that may do everything, others that may not, and resources to begin with. */
interface Wire {
    default ScimHttp scim() {
        return ScimHttp.admin();
    }

    /** A client that shows no credential. */
    default ScimHttp anonymous() {
        return scim().without("Authorization");
    }

    /** A client with a user of the realm. */
    default ScimHttp as(RealmUser user) {
        return ScimHttp.as(user);
    }

    /** The value of an Authorization header that opens everything. */
    default String bearer() {
        return RosterServer.current().bearer();
    }

    /** For tests that look at versions: aborts if there are none. */
    default void needsVersions() {}

    /** For tests that put groups into groups: aborts if only others can be members. */
    default void needsGroupsInGroups() {}

    default ScimAnswer created(UserBuilder user) {
        return scim().post("/Users", user.json()).expect(201);
    }

    default ScimAnswer created(GroupBuilder group) {
        return scim().post("/Groups", group.json()).expect(201);
    }

    default ScimAnswer user(String id) {
        return scim().get("/Users/" + id).expect(200);
    }
}
