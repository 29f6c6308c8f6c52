package org.roster.scim.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** The body of a bulk request (RFC 7644 §3.7). */
public final class BulkBuilder {
    private final List<JsonObject> operations = new ArrayList<>();
    private final JsonObjectBuilder message = Json.createObjectBuilder();

    private BulkBuilder() {}

    public static BulkBuilder aBulk() {
        return new BulkBuilder();
    }

    public BulkBuilder post(String bulkId, UserBuilder user) {
        return operation(data(operation("POST", "/Users").add("bulkId", bulkId), user.json()));
    }

    public BulkBuilder post(String bulkId, GroupBuilder group) {
        return operation(data(operation("POST", "/Groups").add("bulkId", bulkId), group.json()));
    }

    public BulkBuilder put(String path, UserBuilder user, String version) {
        return operation(data(operation("PUT", path).add("version", version), user.json()));
    }

    public BulkBuilder patch(String path, PatchBuilder patch) {
        return operation(data(operation("PATCH", path), patch.json()));
    }

    public BulkBuilder patch(String path, PatchBuilder patch, String version) {
        return operation(data(operation("PATCH", path).add("version", version), patch.json()));
    }

    public BulkBuilder delete(String path) {
        return operation(operation("DELETE", path));
    }

    public BulkBuilder failOnErrors(int errors) {
        message.add("failOnErrors", errors);
        return this;
    }

    /** The body as it goes over the wire. */
    public String json() {
        return message.add("schemas", Json.createArrayBuilder().add(Urns.BULK_REQUEST))
                .add("Operations", Json.createArrayBuilder(operations))
                .build()
                .toString();
    }

    private BulkBuilder operation(JsonObjectBuilder operation) {
        operations.add(operation.build());
        return this;
    }

    private static JsonObjectBuilder operation(String method, String path) {
        return Json.createObjectBuilder().add("method", method).add("path", path);
    }

    private static JsonObjectBuilder data(JsonObjectBuilder operation, String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return operation.add("data", reader.readObject());
        }
    }
}
