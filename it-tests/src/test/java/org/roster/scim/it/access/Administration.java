package org.roster.scim.it.access;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.server.RosterServer;

/** A client of the administration. */
public final class Administration {
    private static final String JSON = "application/json";

    private final ScimHttp http;

    private Administration(ScimHttp http) {
        this.http = http;
    }

    static Administration by(ScimHttp client) {
        String base = RosterServer.current().baseUrl().toString().replaceFirst("/v2$", "/admin/v1");
        return new Administration(client.at(base).with("Accept", JSON).with("Content-Type", JSON));
    }

    public static Administration byBootstrapToken() {
        return by(ScimHttp.admin());
    }

    public ScimHttp http() {
        return http;
    }

    /** A tenant of its own for a test. */
    static String newTenant() {
        String name = "tenant-" + UUID.randomUUID();
        byBootstrapToken()
                .http()
                .post("/tenants", "{\"name\":\"" + name + "\"}")
                .expect(201);
        return name;
    }

    /** The answer to the wish for a token with these roles and a name that nobody has. */
    ScimAnswer create(JsonObjectBuilder more, String... roles) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        for (String role : roles) {
            names.add(role);
        }
        JsonObjectBuilder body =
                Json.createObjectBuilder(more.build()).add("roles", names).add("name", "t-" + UUID.randomUUID());
        return http.post("/tokens", body.build().toString());
    }

    /** A SCIM client with a new token. */
    public static ScimHttp client(String... roles) {
        return client(Json.createObjectBuilder(), roles);
    }

    /** The same with more members in the wish. */
    public static ScimHttp client(JsonObjectBuilder more, String... roles) {
        return with(byBootstrapToken().create(more, roles).expect(201).textAt("/token"));
    }

    static ScimHttp with(String token) {
        return ScimHttp.anonymous().with("Authorization", "Bearer " + token);
    }

    static JsonObjectBuilder nothingMore() {
        return Json.createObjectBuilder();
    }

    static JsonObjectBuilder with(String member, JsonValue value) {
        return Json.createObjectBuilder().add(member, value);
    }

    static JsonObjectBuilder with(String member, String value) {
        return Json.createObjectBuilder().add(member, value);
    }

    public static JsonObjectBuilder withList(String member, String... values) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (String value : values) {
            list.add(value);
        }
        return Json.createObjectBuilder().add(member, list);
    }
}
