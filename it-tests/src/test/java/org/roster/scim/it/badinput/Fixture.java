package org.roster.scim.it.badinput;

import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.recording.Names;
import org.roster.scim.it.sample.UserBuilder;

/**
 * Two users and a group of one that bad requests are aimed at, and a picture of everything they could have changed.
 * Names: {@code userId}, {@code userName}, {@code userNameUpper}, {@code otherId}, {@code otherName}, {@code groupId}.
 */
final class Fixture {
    private final ScimHttp scim = ScimHttp.admin();
    private final List<String> paths;
    private final Names names;

    Fixture() {
        JsonObject user = create(aUser().withName("Anna", "Keller").withPrimaryEmail("work", "anna@roster.example"));
        JsonObject other = create(aUser().withEnterprise("department", "Field Service"));
        String userId = user.getString("id");
        String groupId = scim.post("/Groups", aGroup().withMember(userId).json())
                .expect(201)
                .id();
        names = Names.none()
                .with("userId", userId)
                .with("userName", user.getString("userName"))
                .with("userNameUpper", user.getString("userName").toUpperCase(Locale.ROOT))
                .with("otherId", other.getString("id"))
                .with("otherName", other.getString("userName"))
                .with("groupId", groupId);
        paths = List.of("/Groups/" + groupId, "/Users/" + userId, "/Users/" + other.getString("id"));
    }

    Names names() {
        return names;
    }

    /** Equal before and after as long as nothing was created, changed or deleted. */
    List<Object> picture() {
        Stream<Object> counts = Stream.of("/Users", "/Groups")
                .map(endpoint -> scim.get(endpoint + "?count=0").expect(200).totalResults());
        Stream<Object> resources =
                paths.stream().map(path -> scim.get(path).expect(200).json());
        return Stream.concat(counts, resources).toList();
    }

    void clear() {
        paths.forEach(scim::delete);
    }

    private JsonObject create(UserBuilder user) {
        return scim.post("/Users", user.json()).expect(201).json();
    }
}
