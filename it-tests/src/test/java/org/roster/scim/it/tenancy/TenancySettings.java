package org.roster.scim.it.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What an operator sets for the tenant of the realm's administrator, {@code neighbour}. */
final class TenancySettings {

    static final int BODY = 5_000;
    static final int BULK_PAYLOAD = 6_000;

    /** A role of the operator's own has the name of a group of the realm; {@code plain} is in it. */
    private static final String POLICY = """
            {
              "other": {
                "resourceTypes": ["User"],
                "operations": ["read", "query", "patch"],
                "read": ["*", "!emails", "!name.familyName", "!urn:example:Desk:room"],
                "write": ["title", "name.givenName"]
              }
            }
            """;

    /** What the neighbour has and nobody else: an extension of User, and a resource type. */
    private static final String NEIGHBOURS = """
            [
              {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:example:Badge", "name": "Badge",
               "attributes": [
                 {"name": "number", "uniqueness": "server"},
                 {"name": "doors", "type": "complex", "multiValued": true, "subAttributes": [{"name": "value"}]}]},
              {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "name": "User",
               "schemaExtensions": [{"schema": "urn:example:Badge", "required": false}]},
              {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:example:Gadget", "name": "Gadget",
               "attributes": [{"name": "label", "required": true}]},
              {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "name": "Gadget",
               "endpoint": "/Gadgets", "schema": "urn:example:Gadget"}
            ]
            """;

    /** What the tenant {@code default} has and nobody else. */
    private static final String DEFAULTS = """
            [
              {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"], "id": "urn:example:Desk", "name": "Desk",
               "attributes": [{"name": "room"}]},
              {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"], "name": "User",
               "schemaExtensions": [{"schema": "urn:example:Desk", "required": false}]}
            ]
            """;

    private static final String LIMITS = "tenant:neighbour:body.limit=" + BODY + ",tenant:neighbour:json.depth=8"
            + ",tenant:neighbour:page.size=3,tenant:neighbour:page.limit=5"
            + ",tenant:neighbour:filter.length=100,tenant:neighbour:filter.depth=2,tenant:neighbour:filter.terms=3"
            + ",tenant:neighbour:patch.operations=2"
            + ",tenant:neighbour:bulk.operations=2,tenant:neighbour:bulk.payload=" + BULK_PAYLOAD;

    private TenancySettings() {}

    /** Writes the files and names them. */
    static Map<String, String> written() {
        try {
            Path folder = Files.createTempDirectory("tenancy");
            Map<String, String> settings = new HashMap<>();
            write(folder.resolve("schemas/tenants/neighbour/own.json"), NEIGHBOURS);
            write(folder.resolve("schemas/tenants/default/own.json"), DEFAULTS);
            settings.put("roster.schemas", folder.resolve("schemas").toString());
            settings.put("roster.limits", LIMITS);
            settings.put("roster.reactivate", "on");
            settings.put(
                    "roster.policy",
                    Files.writeString(folder.resolve("policy.json"), POLICY).toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
