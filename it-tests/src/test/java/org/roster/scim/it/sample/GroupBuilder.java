package org.roster.scim.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.UUID;

/** The body of a Group; a name that no other test uses unless one is given. */
public final class GroupBuilder {
    private final JsonArrayBuilder members = Json.createArrayBuilder();
    private String displayName = "group-" + UUID.randomUUID();

    private GroupBuilder() {}

    public static GroupBuilder aGroup() {
        return new GroupBuilder();
    }

    public GroupBuilder named(String name) {
        this.displayName = name;
        return this;
    }

    public GroupBuilder withMember(String id) {
        members.add(Json.createObjectBuilder().add("value", id));
        return this;
    }

    /** The body as it goes over the wire. */
    public String json() {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(Urns.GROUP))
                .add("displayName", displayName)
                .add("members", members)
                .build()
                .toString();
    }
}
