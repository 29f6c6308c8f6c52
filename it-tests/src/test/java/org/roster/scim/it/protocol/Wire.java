package org.roster.scim.it.protocol;

import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.GroupBuilder;
import org.roster.scim.it.sample.UserBuilder;

/** What every contract needs: a client that may do everything, and resources to begin with. */
interface Wire {
    default ScimHttp scim() {
        return ScimHttp.admin();
    }

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
