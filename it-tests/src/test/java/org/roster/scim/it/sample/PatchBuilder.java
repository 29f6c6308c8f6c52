package org.roster.scim.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** The body of a PATCH (RFC 7644 §3.5.2); values are given as JSON text, paths as they are. */
public final class PatchBuilder {
    private final List<JsonObject> operations = new ArrayList<>();

    private PatchBuilder() {}

    public static PatchBuilder aPatch() {
        return new PatchBuilder();
    }

    public PatchBuilder add(String path, String value) {
        return operation("add", path, value);
    }

    public PatchBuilder replace(String path, String value) {
        return operation("replace", path, value);
    }

    public PatchBuilder remove(String path) {
        operations.add(
                Json.createObjectBuilder().add("op", "remove").add("path", path).build());
        return this;
    }

    /** An operation without a path: the value is an object of attributes. */
    public PatchBuilder merge(String op, String value) {
        operations.add(withValue(Json.createObjectBuilder().add("op", op), value));
        return this;
    }

    public PatchBuilder operation(String op, String path, String value) {
        operations.add(withValue(Json.createObjectBuilder().add("op", op).add("path", path), value));
        return this;
    }

    /** The body as it goes over the wire. */
    public String json() {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(Urns.PATCH_OP))
                .add("Operations", Json.createArrayBuilder(operations))
                .build()
                .toString();
    }

    /** An add of these members in one operation, as Entra sends it. */
    public static String members(Iterable<String> ids) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        ids.forEach(id -> members.add(Json.createObjectBuilder().add("value", id)));
        return members.build().toString();
    }

    private static JsonObject withValue(JsonObjectBuilder operation, String value) {
        try (JsonReader reader = Json.createReader(new StringReader(value))) {
            return operation.add("value", reader.readValue()).build();
        }
    }
}
