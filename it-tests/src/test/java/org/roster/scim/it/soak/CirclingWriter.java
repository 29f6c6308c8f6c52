package org.roster.scim.it.soak;

import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** Creates by one bulk request two groups, each a member of the other (RFC 7644 §3.7.1). */
final class CirclingWriter implements Writer {

    private final String prefix = "circle-" + UUID.randomUUID() + "-";
    private final Set<String> there = new HashSet<>();
    private int number;
    private int half;

    @Override
    public boolean step(ScimHttp http) {
        String name = prefix + ++number;
        ScimAnswer answer = http.post(
                "/Bulk",
                aBulk().post("one", aGroup().named(name).withMember("bulkId:other"))
                        .post("other", aGroup().named(name).withMember("bulkId:one"))
                        .json());
        if (answer.status() != 200) {
            return false;
        }
        List<JsonObject> results = answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class);
        long created = results.stream()
                .filter(result -> result.getString("status").equals("201"))
                .count();
        if (created != 2) {
            half += created == 0 ? 0 : 1;
            return false;
        }
        there.add(name);
        return true;
    }

    @Override
    public void check(Cluster cluster, Losses losses) throws SQLException {
        List<String> groups = cluster.texts("select display from scim_resource where display like '" + prefix + "%'");
        List<String> members = cluster.texts("select o.display from scim_member m join scim_resource o on o.id = "
                + "m.group_id join scim_resource x on x.id = m.member_id and x.display = o.display and x.id <> o.id "
                + "where o.display like '" + prefix + "%'");
        Set<String> names = new HashSet<>(groups);
        losses.add(LOST, there.stream().filter(name -> !names.contains(name)).count());
        losses.add(HALF_BULKS, half + (groups.size() == 2 * names.size() && members.size() == groups.size() ? 0 : 1));
    }
}
