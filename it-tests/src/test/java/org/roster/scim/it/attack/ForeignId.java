package org.roster.scim.it.attack;

import static org.roster.scim.it.attack.ForeignId.Probe.probe;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.PatchBuilder.members;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.Urns;

/** Every place of a request where the id of a User can stand. */
final class ForeignId {
    private static final String MANAGER = Urns.ENTERPRISE + ":manager";

    /** A request with an id somewhere in it. */
    interface Request {
        ScimAnswer send(ScimHttp client, String id);
    }

    /** A place for an id. */
    record Probe(String title, Request request) {
        static Probe probe(String title, Request request) {
            return new Probe(title, request);
        }
    }

    private ForeignId() {}

    /**
     * All of them.
     *
     * @param user one's own, to be changed
     * @param group one's own, to be changed
     */
    static Stream<Probe> everywhere(String user, String group) {
        return Stream.of(paths(), versions(), filters(), bodies(), patches(user, group), bulks(user))
                .flatMap(List::stream);
    }

    private static List<Probe> paths() {
        return List.of(
                probe("GET", (c, id) -> c.get("/Users/" + id)),
                probe("GET with attributes", (c, id) -> c.get("/Users/" + id + "?attributes=groups")),
                probe("HEAD", (c, id) -> c.send("HEAD", "/Users/" + id, new byte[0])),
                probe(
                        "PUT",
                        (c, id) -> c.put(
                                "/Users/" + id, aUser().named("taken-over").json())),
                probe(
                        "PATCH",
                        (c, id) -> c.patch(
                                "/Users/" + id,
                                aPatch().replace("active", "false").json())),
                probe("DELETE", (c, id) -> c.delete("/Users/" + id)),
                probe("GET as a group", (c, id) -> c.get("/Groups/" + id)),
                probe("DELETE as a group", (c, id) -> c.delete("/Groups/" + id)),
                probe("GET in other letters", (c, id) -> c.get("/Users/%" + hex(id) + id.substring(1))));
    }

    /** The first version of every resource has the same tag, so a tag gives nothing away either. */
    private static List<Probe> versions() {
        return List.of(
                probe(
                        "GET that knows the version",
                        (c, id) -> c.with("If-None-Match", "W/\"1\"").get("/Users/" + id)),
                probe(
                        "GET that knows any version",
                        (c, id) -> c.with("If-None-Match", "*").get("/Users/" + id)),
                probe(
                        "PUT of a version",
                        (c, id) -> c.with("If-Match", "W/\"1\"")
                                .put("/Users/" + id, aUser().named("taken-over").json())),
                probe(
                        "PATCH of another version",
                        (c, id) -> c.with("If-Match", "W/\"99\"")
                                .patch(
                                        "/Users/" + id,
                                        aPatch().replace("active", "false").json())),
                probe(
                        "DELETE if there is none",
                        (c, id) -> c.with("If-None-Match", "*").delete("/Users/" + id)));
    }

    private static List<Probe> bodies() {
        return List.of(
                probe(
                        "member of a new group",
                        (c, id) -> c.post(
                                "/Groups",
                                aGroup().named("probe").withMember(id).json())),
                probe(
                        "manager of a new user",
                        (c, id) -> c.post(
                                "/Users",
                                aUser().named("probe-manager").withManager(id).json())),
                probe(
                        "id of a new user",
                        (c, id) -> c.post(
                                "/Users",
                                aUser().named("probe-id").with("id", id).json())),
                probe(
                        "externalId of a new user",
                        (c, id) -> c.post(
                                "/Users",
                                aUser().named("probe-external")
                                        .with("externalId", id)
                                        .json())),
                probe(
                        "userName of a new user",
                        (c, id) -> c.post("/Users", aUser().named(id).json())));
    }

    private static List<Probe> patches(String user, String group) {
        String own = "/Groups/" + group;
        return List.of(
                probe(
                        "PUT of members",
                        (c, id) -> c.put(
                                own, aGroup().named("probe").withMember(id).json())),
                probe(
                        "PUT of a manager",
                        (c, id) -> c.put(
                                "/Users/" + user,
                                aUser().named("probe").withManager(id).json())),
                probe(
                        "add of members",
                        (c, id) -> c.patch(
                                own,
                                aPatch().add("members", members(List.of(id))).json())),
                probe(
                        "replace of members",
                        (c, id) -> c.patch(
                                own,
                                aPatch().replace("members", members(List.of(id)))
                                        .json())),
                probe(
                        "remove of a member by a value path",
                        (c, id) -> c.patch(
                                own,
                                aPatch().remove("members[value eq \"" + id + "\"]")
                                        .json())),
                probe(
                        "replace by a value path",
                        (c, id) -> c.patch(
                                own,
                                aPatch().replace("members[value eq \"" + id + "\"].display", "\"x\"")
                                        .json())),
                probe(
                        "remove of listed members",
                        (c, id) -> c.patch(
                                own,
                                aPatch().operation("remove", "members", members(List.of(id)))
                                        .json())),
                probe(
                        "a manager by PATCH",
                        (c, id) -> c.patch(
                                "/Users/" + user,
                                aPatch().replace(MANAGER + ".value", "\"" + id + "\"")
                                        .json())),
                probe(
                        "groups of a user",
                        (c, id) -> c.patch(
                                "/Users/" + user,
                                aPatch().add("groups", members(List.of(id))).json())));
    }

    private static List<Probe> filters() {
        return Stream.of(
                        "id eq \"%\"",
                        "not (id ne \"%\")",
                        "id ge \"%\" and id le \"%\"",
                        "meta.location ew \"%\"",
                        "members.value eq \"%\"",
                        "members[value eq \"%\"]",
                        "groups.value eq \"%\"",
                        MANAGER + ".value eq \"%\"")
                .flatMap(filter -> Stream.of("/Users", "/Groups", "/")
                        .flatMap(at -> Stream.of(
                                probe(
                                        filter + " at " + at,
                                        (c, id) -> c.get(
                                                target(at, "filter", filter.replace("%", id), "attributes", "id"))),
                                probe(
                                        filter + " in a search at " + at,
                                        (c, id) -> c.post(
                                                at.replaceFirst("/$", "") + "/.search",
                                                search(filter.replace("%", id)))))))
                .toList();
    }

    private static List<Probe> bulks(String user) {
        return List.of(
                probe(
                        "PUT in a bulk",
                        (c, id) -> c.post(
                                "/Bulk",
                                aBulk().put("/Users/" + id, aUser().named("taken-over"), "W/\"1\"")
                                        .json())),
                probe(
                        "PATCH in a bulk",
                        (c, id) -> c.post(
                                "/Bulk",
                                aBulk().patch("/Users/" + id, aPatch().replace("active", "false"))
                                        .json())),
                probe(
                        "DELETE in a bulk",
                        (c, id) ->
                                c.post("/Bulk", aBulk().delete("/Users/" + id).json())),
                probe(
                        "member in a bulk",
                        (c, id) -> c.post(
                                "/Bulk",
                                aBulk().post("b1", aGroup().named("probe").withMember(id))
                                        .json())),
                probe(
                        "a manager in a bulk",
                        (c, id) -> c.post(
                                "/Bulk",
                                aBulk().patch("/Users/" + user, aPatch().replace(MANAGER + ".value", "\"" + id + "\""))
                                        .json())),
                probe(
                        "bulkId in a bulk",
                        (c, id) -> c.post(
                                "/Bulk",
                                aBulk().post("b1", aGroup().named("probe").withMember("bulkId:" + id))
                                        .json())));
    }

    private static String search(String filter) {
        return Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add(Urns.SEARCH_REQUEST))
                .add("filter", filter)
                .add("attributes", Json.createArrayBuilder().add("id"))
                .build()
                .toString();
    }

    private static String hex(String id) {
        return Integer.toHexString(id.charAt(0));
    }
}
