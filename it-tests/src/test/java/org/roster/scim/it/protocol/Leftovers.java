package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.it.http.Gate;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/**
 * What a test has made at a service and not deleted itself. The service is somebody's: nothing of the test stays, and no
 * search of a later test grows longer by it.
 */
final class Leftovers {

    /** Endpoint and id, at the end of the address of a resource. */
    private static final Pattern PLACE = Pattern.compile("/[^/]+/[^/]+$");

    private final Deque<String> paths = new ConcurrentLinkedDeque<>();

    /** Sees what is made and deleted, before another gate looks at the answer. */
    Gate before(Gate other) {
        return new Gate() {
            @Override
            public void pass(Request request) {
                other.pass(request);
            }

            @Override
            public ScimAnswer seen(Request request, ScimAnswer answer) {
                see(request, answer);
                return other.seen(request, answer);
            }
        };
    }

    private void see(Gate.Request request, ScimAnswer answer) {
        if (answer.status() == 201) {
            answer.header("Location").ifPresent(this::made);
        } else if (answer.status() == 204 && request.method().equals("DELETE")) {
            paths.remove(request.path());
        } else if (answer.status() == 200 && request.path().equals("/Bulk")) {
            answer.json().getJsonArray("Operations").getValuesAs(JsonObject.class).stream()
                    .filter(result -> result.getString("status", "").equals("201"))
                    .forEach(result -> made(result.getString("location", "")));
        }
    }

    private void made(String location) {
        Matcher place = PLACE.matcher(location);
        if (place.find()) {
            paths.push(place.group());
        }
    }

    /** Deletes it, the youngest first: groups are made after their members. */
    void delete(ScimHttp client) {
        while (!paths.isEmpty()) {
            String path = paths.pop();
            assertThat(client.delete(path).status())
                    .as("status of DELETE %s", path)
                    .isIn(204, 404, 501);
        }
    }
}
