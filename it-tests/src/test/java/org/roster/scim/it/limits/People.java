package org.roster.scim.it.limits;

import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;

/** Whom the brake protects. Apart from its test, because inside of the server there is no client. */
final class People {

    private People() {}

    /** Creates some who are active, and gives their ids. */
    static List<String> create(ScimHttp scim, String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> scim.post("/Users", user(prefix + i, JsonValue.TRUE))
                        .expect(201)
                        .id())
                .toList();
    }

    static String user(String name, JsonValue active) {
        return aUser().with("userName", name).with("active", active).json();
    }

    static PatchBuilder deactivation() {
        return aPatch().replace("active", "false");
    }
}
