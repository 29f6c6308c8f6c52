package org.roster.scim.it.soak;

import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/** Creates users, and deletes every third one again. */
final class CreatingWriter implements Writer {

    private final Set<String> there = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final ArrayDeque<String> oldest = new ArrayDeque<>();
    private int steps;

    @Override
    public boolean step(ScimHttp http) {
        return (++steps % 4 == 0 && !oldest.isEmpty()) ? delete(http, oldest.remove()) : create(http);
    }

    private boolean create(ScimHttp http) {
        ScimAnswer answer = http.post(
                "/Users", aUser().withEmail("work", "crash@roster.example").json());
        if (answer.status() != 201) {
            return false;
        }
        there.add(answer.id());
        oldest.add(answer.id());
        return true;
    }

    private boolean delete(ScimHttp http, String id) {
        there.remove(id);
        if (http.delete("/Users/" + id).status() != 204) {
            return false;
        }
        gone.add(id);
        return true;
    }

    @Override
    public void check(Cluster cluster, Losses losses) throws SQLException {
        Set<String> found = new HashSet<>(cluster.texts("select id from scim_resource where type = 'User'"));
        losses.add(LOST, there.stream().filter(id -> !found.contains(id)).count());
        losses.add(LOST, gone.stream().filter(found::contains).count());
    }
}
