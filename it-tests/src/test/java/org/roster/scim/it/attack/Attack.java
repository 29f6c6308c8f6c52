package org.roster.scim.it.attack;

import java.util.List;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.GroupBuilder;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.it.server.RealmUser;

/** What every attack begins with: an administrator in each of {@link TwoTenants}, and resources to aim at. */
interface Attack {
    /** May do everything in its own tenant, by the configured token. */
    default ScimHttp scim() {
        return ScimHttp.admin();
    }

    /** May do everything in the other tenant, by BASIC. */
    default ScimHttp neighbour() {
        return ScimHttp.as(RealmUser.IDP);
    }

    default ScimAnswer created(UserBuilder user) {
        return scim().post("/Users", user.json()).expect(201);
    }

    default ScimAnswer created(GroupBuilder group) {
        return scim().post("/Groups", group.json()).expect(201);
    }

    /** The ids that a filter finds among the users of a tenant. */
    default List<String> found(ScimHttp client, String filter) {
        return client
                .get(ScimHttp.target("/Users", "filter", filter, "attributes", "id", "count", "1000"))
                .expect(200)
                .resources()
                .stream()
                .map(user -> user.getString("id"))
                .toList();
    }
}
