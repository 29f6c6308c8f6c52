package org.roster.scim.it.attack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/**
 * What a body carries that its sender may not set.
 *
 * @param title for people
 * @param members JSON members of a User, ready to stand behind others
 */
record Smuggled(String title, String members) {
    private static final String OTHER_ID = "\"00000000-0000-7000-8000-00000000beef\"";
    private static final String META =
            "{\"resourceType\":\"Group\",\"created\":\"1999-01-01T00:00:00Z\",\"lastModified\":\"1999-01-01T00:00:00Z\","
                    + "\"version\":\"W/\\\"99\\\"\",\"location\":\"https://evil.example/\"}";
    private static final String GROUPS =
            "[{\"value\":" + OTHER_ID + ",\"display\":\"scim-admin\",\"type\":\"direct\"}]";

    /** Those that are ignored when a User is created. */
    static Stream<Smuggled> ignored() {
        return Stream.of(
                        List.of(
                                new Smuggled("meta", "\"meta\":" + META),
                                new Smuggled("META", "\"META\":" + META),
                                new Smuggled("groups", "\"groups\":" + GROUPS),
                                new Smuggled("GROUPS", "\"GROUPS\":" + GROUPS),
                                new Smuggled("gRoUpS", "\"gRoUpS\":" + GROUPS),
                                new Smuggled("groups by the URN", "\"" + Urns.USER + ":groups\":" + GROUPS)),
                        internal(),
                        prototypes(),
                        foreign())
                .flatMap(List::stream);
    }

    /** Ignored in a POST only; PUT and PATCH refuse another id. */
    static Stream<Smuggled> ids() {
        return Stream.of("id", "ID", "Id", Urns.USER + ":id")
                .map(name -> new Smuggled(name, "\"" + name + "\":" + OTHER_ID));
    }

    /** What the tables and the Java of the service call things. */
    private static List<Smuggled> internal() {
        return Stream.of(
                        "tenant",
                        "tenantId",
                        "tenant_id",
                        "organization",
                        "org_id",
                        "resource_id",
                        "version",
                        "created",
                        "last_modified",
                        "document",
                        "type",
                        "resourceType",
                        "index_key",
                        "member_id",
                        "actor",
                        "isAdmin",
                        "is_admin",
                        "admin",
                        "superuser",
                        "role",
                        "scope",
                        "permissions",
                        "passwordHash",
                        "password_hash",
                        "class",
                        "class.module.classLoader",
                        "$type",
                        "@type",
                        "@class")
                .map(name -> new Smuggled(name, "\"" + name + "\":\"neighbour\""))
                .toList();
    }

    private static List<Smuggled> prototypes() {
        String polluted = "{\"admin\":true,\"id\":" + OTHER_ID + ",\"roles\":[{\"value\":\"scim-admin\"}]}";
        return Stream.of("__proto__", "constructor", "prototype", "toString", "hasOwnProperty")
                .map(name -> new Smuggled(name, "\"" + name + "\":" + polluted))
                .toList();
    }

    private static List<Smuggled> foreign() {
        return Stream.of(
                        Urns.GROUP,
                        "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig",
                        "urn:ietf:params:scim:schemas:extension:unknown:2.0:User",
                        Urns.PATCH_OP,
                        "urn:example:params:scim:schemas:core:2.0:Device")
                .flatMap(urn -> Stream.of(urn, urn.toUpperCase(Locale.ROOT)))
                .map(urn -> new Smuggled(
                        urn,
                        "\"" + urn + "\":{\"members\":[{\"value\":" + OTHER_ID
                                + "}],\"displayName\":\"x\",\"serialNumber\":\"x\",\"tenant\":\"neighbour\"}"))
                .toList();
    }

    /** All members in one body. */
    static String all(Stream<Smuggled> smuggled) {
        StringBuilder text = new StringBuilder();
        smuggled.forEach(s -> text.append(text.isEmpty() ? "" : ",").append(s.members()));
        return text.toString();
    }
}
