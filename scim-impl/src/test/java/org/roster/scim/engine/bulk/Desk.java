package org.roster.scim.engine.bulk;

import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Modes;
import org.roster.scim.engine.configuration.TenantLimits;
import org.roster.scim.engine.cursor.Cursors;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.dialect.Speaker;
import org.roster.scim.engine.event.ResourceEvents;
import org.roster.scim.engine.operation.Operations;
import org.roster.scim.engine.operation.Permission;
import org.roster.scim.engine.operation.Sessions;
import org.roster.scim.engine.operation.Stores;
import org.roster.scim.engine.projection.ResourceRenderer;
import org.roster.scim.engine.projection.Shapes;
import org.roster.scim.engine.security.RoleAuthorizer;
import org.roster.scim.engine.security.Secrets;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.BulkBody;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.spi.Authorizer;
import org.roster.scim.spi.Caller;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.SessionRevoker;

/** Where bulk requests are handed in, and the directory behind it. */
record Desk(Directory directory) {

    static final String BASE = "https://scim.example.com/v2";

    private static final Configuration CONFIGURATION = new Configuration(Map.<String, String>of()::get, Map.of());

    /** By somebody who may do everything. */
    Answered send(BulkBody bulk) {
        return send(bulk, new RoleAuthorizer(), "scim-admin");
    }

    Answered send(BulkBody bulk, SessionRevoker revoker) {
        return send(
                bulk,
                new Permission(new RoleAuthorizer()),
                "scim-admin",
                Sessions.of(List.of(revoker)),
                new ResourceEvents());
    }

    Answered send(BulkBody bulk, ResourceEvents events) {
        return send(bulk, new Permission(new RoleAuthorizer()), "scim-admin", Sessions.of(List.of()), events);
    }

    Answered send(BulkBody bulk, Authorizer authorizer, String role) {
        return send(bulk, new Permission(authorizer), role, Sessions.of(List.of()), new ResourceEvents());
    }

    Answered send(BulkBody bulk, Permission permission) {
        return send(bulk, permission, "scim-admin", Sessions.of(List.of()), new ResourceEvents());
    }

    private Answered send(BulkBody bulk, Permission permission, String role, Sessions sessions, ResourceEvents events) {
        Cursors cursors = new Cursors(name -> new byte[32], CONFIGURATION);
        Stores stores = Stores.of(List.of(directory.store()));
        Operations operations =
                new Operations(permission, stores, new Secrets(), cursors, sessions, events, CONFIGURATION);
        Dialect dialect = new Dialect(CONFIGURATION, new Speaker(new Modes(CONFIGURATION)));
        Bulk recipe = new Bulk(operations, dialect, TestSchemas.REGISTRY, new TenantLimits(CONFIGURATION));
        RequestContext context = new RequestContext(directory.tenant(), new Caller("test", Set.of(role)));
        return new Answered(
                recipe.carryOut(context, bulk.json(), new ResourceRenderer(TestSchemas.REGISTRY, BASE, new Shapes())));
    }

    ScimResource group(String id) {
        return directory.find("Group", id).orElseThrow();
    }

    ScimResource user(String id) {
        return directory.find("User", id).orElseThrow();
    }

    static List<String> members(ScimResource group) {
        return group.attributes().containsKey("members")
                ? group.attributes().getJsonArray("members").getValuesAs(JsonObject.class).stream()
                        .map(m -> m.getString("value"))
                        .toList()
                : List.of();
    }

    static String manager(ScimResource user) {
        return user.attributes()
                .getJsonObject(ENTERPRISE)
                .getJsonObject("manager")
                .getString("value");
    }

    /** A group with one more member, by a reference. */
    static Body member(Body group, String bulkId) {
        return group.withElement("members", JsonText.object("{'value': 'bulkId:" + bulkId + "'}"));
    }

    /** A user with a manager, by a reference. */
    static Body managed(Body user, String bulkId) {
        return user.with(ENTERPRISE, JsonText.object("{'manager': {'value': 'bulkId:" + bulkId + "'}}"));
    }

    /** The operations of a PATCH that adds a member, by a reference. */
    static String adding(String bulkId) {
        return "[{'op': 'add', 'path': 'members', 'value': [{'value': 'bulkId:" + bulkId + "'}]}]";
    }
}
