package org.roster.scim.it.soak;

import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;

/** Makes users of its own members of a group that others write too, one by one, and removes them again by turns. */
final class JoiningWriter implements Writer {

    private static final int USERS = 20;

    private final String group;
    private final ArrayDeque<String> turns = new ArrayDeque<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> left = new HashSet<>();

    JoiningWriter(ScimHttp http, String group) {
        this.group = group;
        Stream.generate(() -> http.post("/Users", aUser().json()).expect(201).id())
                .limit(USERS)
                .forEach(turns::add);
    }

    @Override
    public boolean step(ScimHttp http) {
        String user = turns.remove();
        turns.add(user);
        boolean leaves = joined.remove(user);
        left.remove(user);
        String patch = leaves
                ? aPatch().remove("members[value eq \"" + user + "\"]").json()
                : aPatch().add("members", PatchBuilder.members(List.of(user))).json();
        int status = http.patch("/Groups/" + group, patch).status();
        if (status != 200 && status != 204) {
            return false;
        }
        (leaves ? left : joined).add(user);
        return true;
    }

    @Override
    public void check(Cluster cluster, Losses losses) throws SQLException {
        Set<String> members =
                new HashSet<>(cluster.texts("select member_id from scim_member where group_id = '" + group + "'"));
        losses.add(LOST, joined.stream().filter(id -> !members.contains(id)).count());
        losses.add(LOST, left.stream().filter(members::contains).count());
    }
}
