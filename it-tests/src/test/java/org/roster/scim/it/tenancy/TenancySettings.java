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
                "read": ["*", "!emails"],
                "write": ["title"]
              }
            }
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
            settings.put("roster.limits", LIMITS);
            settings.put(
                    "roster.policy",
                    Files.writeString(folder.resolve("policy.json"), POLICY).toString());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
