package org.roster.scim.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.PatchBuilder;
import org.roster.scim.it.sample.Urns;

/**
 * Speaks SCIM as the provisioning service of Entra ID does: matches before it creates, reads before it patches, capitalises
 * {@code op}, writes booleans as text, and takes 200 and 204 alike. The two dialects are the default one and the one behind
 * the flag {@code aadOptscim062020}.
 */
final class EntraClient {
    /** Entra adds this one to each group; nobody publishes it. */
    private static final String STRAY_SCHEMA =
            "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";

    private final ScimHttp reading;
    private final ScimHttp writing;

    EntraClient(ScimHttp scim) {
        this.reading = scim;
        this.writing = scim.with("Content-Type", "application/scim+json; charset=utf-8");
    }

    /** The ids of those whose attribute has this value; an empty answer is 200. */
    List<String> matchUsers(String attribute, String value) {
        String target = target("/Users", "filter", attribute + " eq \"" + value + "\"");
        return ids(reading.get(target));
    }

    ScimAnswer createUser(Map<String, String> paths) {
        JsonObject body = Json.createObjectBuilder(FlatUser.body(paths))
                .add("roles", JsonValue.EMPTY_JSON_ARRAY)
                .add("meta", Json.createObjectBuilder().add("resourceType", "User"))
                .build();
        return writing.post("/Users", body.toString());
    }

    ScimAnswer readUser(String id) {
        return reading.get("/Users/" + id);
    }

    /** One operation per change. */
    void patchUser(String id, List<Change> changes, Map<String, String> before) {
        PatchBuilder patch = PatchBuilder.aPatch();
        changes.forEach(change -> change.value()
                .ifPresentOrElse(
                        value -> patch.operation(
                                before.containsKey(change.path()) ? "Replace" : "Add",
                                change.path(),
                                asText(change.path(), value)),
                        () -> clear(patch, change.path())));
        done(writing.patch("/Users/" + id, patch.json()));
    }

    /** Simple paths in one object without a path, value paths apart; real booleans. */
    void patchUserWithFlag(String id, List<Change> changes) {
        PatchBuilder patch = PatchBuilder.aPatch();
        JsonObjectBuilder together = Json.createObjectBuilder();
        changes.forEach(change -> change.value()
                .ifPresentOrElse(
                        value -> {
                            JsonValue json = FlatUser.json(change.path(), value);
                            if (change.path().contains("[")) {
                                patch.operation("replace", change.path(), json.toString());
                            } else {
                                together.add(change.path(), json);
                            }
                        },
                        () -> patch.operation("remove", element(change.path()), "null")));
        JsonObject value = together.build();
        if (!value.isEmpty()) {
            patch.merge("replace", value.toString());
        }
        done(writing.patch("/Users/" + id + "?aadOptscim062020", patch.json()));
    }

    boolean hasManager(String user, String manager) {
        String filter = "id eq \"" + user + "\" and manager eq \"" + manager + "\"";
        return !ids(reading.get(target("/Users", "filter", filter, "attributes", "id")))
                .isEmpty();
    }

    ScimAnswer deleteUser(String id) {
        return reading.delete("/Users/" + id);
    }

    List<String> matchGroups(String displayName) {
        return ids(reading.get(target(
                "/Groups", "excludedAttributes", "members", "filter", "displayName eq \"" + displayName + "\"")));
    }

    ScimAnswer createGroup(String displayName, String externalId) {
        return writing.post(
                "/Groups",
                Json.createObjectBuilder()
                        .add(
                                "schemas",
                                Json.createArrayBuilder().add(Urns.GROUP).add(STRAY_SCHEMA))
                        .add("externalId", externalId)
                        .add("displayName", displayName)
                        .add("meta", Json.createObjectBuilder().add("resourceType", "Group"))
                        .build()
                        .toString());
    }

    void renameGroup(String id, String displayName) {
        done(writing.patch(
                "/Groups/" + id,
                PatchBuilder.aPatch()
                        .operation(
                                "Replace",
                                "displayName",
                                Json.createValue(displayName).toString())
                        .json()));
    }

    /** One operation for each list. */
    void addMembers(String group, List<List<String>> lists) {
        PatchBuilder patch = PatchBuilder.aPatch();
        lists.forEach(ids -> patch.operation("Add", "members", members(ids)));
        done(writing.patch("/Groups/" + group, patch.json()));
    }

    void removeMembers(String group, List<String> ids) {
        done(writing.patch(
                "/Groups/" + group,
                PatchBuilder.aPatch()
                        .operation("Remove", "members", members(ids))
                        .json()));
    }

    void removeMembersWithFlag(String group, List<String> ids) {
        PatchBuilder patch = PatchBuilder.aPatch();
        ids.forEach(id -> patch.remove("members[value eq \"" + id + "\"]"));
        done(writing.patch("/Groups/" + group, patch.json()));
    }

    boolean isMember(String group, String user) {
        String filter = "id eq \"" + group + "\" and members eq \"" + user + "\"";
        return !ids(reading.get(target("/Groups", "filter", filter, "attributes", "id")))
                .isEmpty();
    }

    /** Titles are cleared by an empty text, elements of a list are removed with the value that was there. */
    private static void clear(PatchBuilder patch, String path) {
        if (path.contains("[")) {
            patch.operation("Remove", element(path), "\"ignored\"");
        } else {
            patch.operation("Replace", path, "\"\"");
        }
    }

    private static String asText(String path, String value) {
        JsonValue json = FlatUser.json(path, value);
        String text = json.equals(JsonValue.TRUE) ? "True" : json.equals(JsonValue.FALSE) ? "False" : value;
        return Json.createValue(text).toString();
    }

    private static String element(String path) {
        return path.contains("[") ? path.substring(0, path.indexOf(']') + 1) : path;
    }

    private static String members(List<String> ids) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        ids.forEach(id -> members.add(Json.createObjectBuilder().addNull("$ref").add("value", id)));
        return members.build().toString();
    }

    private static void done(ScimAnswer answer) {
        assertThat(answer.status())
                .as("%s: %s", answer.request(), answer.body())
                .isIn(200, 204);
    }

    private static List<String> ids(ScimAnswer answer) {
        Stream<JsonObject> found = answer.expect(200).resources().stream();
        return found.map(resource -> resource.getString("id")).toList();
    }
}
