package org.roster.scim.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The body of a Group; a name that no other test uses unless one is given. */
public final class GroupBuilder {
    private final List<String> members = new ArrayList<>();
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
        members.add(id);
        return this;
    }

    /** The body as it goes over the wire. */
    public String json() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        members.forEach(id -> list.add(Json.createObjectBuilder().add("value", id)));
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(Urns.GROUP))
                .add("displayName", displayName)
                .add("members", list)
                .build()
                .toString();
    }
}
