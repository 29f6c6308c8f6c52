package org.roster.scim.fuzz;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.roster.scim.engine.bulk.Bulk;
import org.roster.scim.engine.configuration.TenantLimits;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.operation.Permission;
import org.roster.scim.engine.operation.Sessions;
import org.roster.scim.engine.operation.Stores;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.engine.projection.Shapes;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.engine.store.memory.MemoryResourceStore;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.query.Projection;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;

/**
 * The operations of a bulk request as a JSON array, on a directory of one user ({@code ~u} stands for the id) and one group
 * ({@code ~g}). No operation may fail by a fault of the service, and what is there afterwards can be read.
 */
public final class BulkFuzz {

    private static final RequestContext CONTEXT = new RequestContext("fuzz", new Caller("test", Set.of("scim-admin")));
    private static final ResourceRenderer RENDERER =
            new ResourceRenderer(TestSchemas.REGISTRY, "https://scim.example.com/v2", new Shapes());

    private BulkFuzz() {}

    /** Called by Jazzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        Directory directory = new Directory(new MemoryResourceStore(TestSchemas.REGISTRY), CONTEXT.tenant());
        String user = directory.create(Body.aUser()).id();
        String group = directory.create(Body.aGroup("Tour guides")).id();
        // Byte by byte, so that what is no UTF-8 stays so.
        String operations = new String(data, StandardCharsets.ISO_8859_1)
                .replace("~u", user)
                .replace("~g", group);
        try {
            JsonObject message = Engine.message(BulkBody.SCHEMA, operations.getBytes(StandardCharsets.ISO_8859_1));
            check(message, bulk(directory).carryOut(CONTEXT, message, RENDERER));
        } catch (ScimException refusal) {
            Claim.helps(refusal);
            Claim.holds(
                    directory.all(TestSchemas.USER).size()
                                    + directory.all(TestSchemas.GROUP).size()
                            == 2,
                    () -> "a message that was refused has done something");
        }
        Engine.TYPES.forEach(type -> directory
                .all(type)
                .forEach(resource -> Engine.json(RENDERER.render(resource, type, Projection.DEFAULT))));
    }

    private static Bulk bulk(Directory directory) {
        Operations operations = new Operations(
                new Permission(new RoleAuthorizer()),
                Stores.of(List.of(directory.store())),
                new Secrets(),
                new Cursors(name -> new byte[32], Engine.CONFIGURATION),
                Sessions.of(List.of()),
                new ResourceEvents(),
                Engine.CONFIGURATION);
        return new Bulk(operations, Engine.dialect(0), TestSchemas.REGISTRY, new TenantLimits(Engine.CONFIGURATION));
    }

    private static void check(JsonObject message, JsonObject answer) {
        List<JsonValue> results = answer.getJsonArray("Operations");
        Claim.holds(
                results.size() <= message.getJsonArray("Operations").size(),
                () -> message + " is answered with " + answer);
        for (JsonValue result : results) {
            String status = result.asJsonObject().getString("status");
            Claim.holds(status.matches("20[014]|4\\d\\d"), () -> message + " is answered with " + result);
        }
    }
}
