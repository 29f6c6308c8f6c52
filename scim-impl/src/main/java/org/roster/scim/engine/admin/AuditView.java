package org.roster.scim.engine.admin;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.AuditEntry;

/** An entry of the audit as the administration shows it. What changed is JSON already, so this is made without JSON-B. */
final class AuditView {

    private static final JsonProvider JSON = JsonProvider.provider();

    private AuditView() {}

    static JsonObject of(AuditEntry entry) {
        Attempt attempt = entry.attempt();
        JsonObjectBuilder view = JSON.createObjectBuilder()
                .add("time", attempt.time().toString())
                .add("tenant", attempt.tenant())
                .add("actor", attempt.actor())
                .add("address", attempt.address())
                .add("request", attempt.request())
                .add("operation", attempt.operation())
                .add("resourceType", attempt.resourceType())
                .add("resource", attempt.resource())
                .add("decision", attempt.permitted() ? "permitted" : "refused")
                .add("rule", attempt.rule());
        entry.version().ifPresent(version -> view.add("version", version));
        entry.change().ifPresent(change -> view.add("change", parsed(change)));
        return view.build();
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
