package org.roster.scim.it.soak;

import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** Sets two attributes of a user to the same number, again and again to a higher one. */
final class PatchingWriter implements Writer {

    private final String user;
    private final Set<String> possible = new HashSet<>();
    private int number;

    PatchingWriter(ScimHttp http) {
        user = http.post(
                        "/Users",
                        aUser().with("title", "0").with("nickName", "0").json())
                .expect(201)
                .id();
        possible.add("0");
    }

    @Override
    public boolean step(ScimHttp http) {
        String next = Integer.toString(++number);
        possible.add(next);
        ScimAnswer answer = http.patch(
                "/Users/" + user,
                aPatch().replace("title", "\"" + next + "\"")
                        .replace("nickName", "\"" + next + "\"")
                        .json());
        if (answer.status() != 200) {
            return false;
        }
        possible.clear();
        possible.add(next);
        return true;
    }

    @Override
    public void check(Cluster cluster, Losses losses) throws SQLException {
        List<String> titles = cluster.texts(of("title"));
        losses.add(LOST, titles.stream().allMatch(possible::contains) && titles.size() == 1 ? 0 : 1);
        losses.add(HALF_PATCHES, titles.equals(cluster.texts(of("nickName"))) ? 0 : 1);
    }

    private String of(String attribute) {
        return "select document::json->>'" + attribute + "' from scim_resource where id = '" + user + "'";
    }
}
