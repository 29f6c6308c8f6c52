package org.roster.scim.it.badinput;

import static org.roster.scim.it.badinput.BadRequest.bad;

import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/** Users and groups that are JSON objects, but not what their schema says (RFC 7643 §2, §3, §7). */
final class BadResources {
    private static final String NAME = "\"userName\":\"bad-resource@roster.example\"";

    private BadResources() {}

    static Stream<BadRequest> all() {
        return Stream.of(types(), schemas(), required(), unique(), groups()).flatMap(rows -> rows);
    }

    /** RFC 7643 §2.3: a wrong JSON type is invalidValue; invalidSyntax is as good (S-2.3-02). */
    private static Stream<BadRequest> types() {
        return Stream.of(
                wrongType("userName", "\"userName\":5"),
                wrongType("userName", "\"userName\":{\"value\":\"x\"}"),
                wrongType("active", NAME + ",\"active\":\"perhaps\""),
                wrongType("active", NAME + ",\"active\":1"),
                wrongType("displayName", NAME + ",\"displayName\":true"),
                wrongType("displayName", NAME + ",\"displayName\":{\"en\":\"x\"}"),
                wrongType("externalId", NAME + ",\"externalId\":5"),
                wrongType("name", NAME + ",\"name\":\"Anna Keller\""),
                wrongType("name", NAME + ",\"name\":[\"Anna\",\"Keller\"]"),
                wrongType("familyName", NAME + ",\"name\":{\"familyName\":5}"),
                wrongType("emails", NAME + ",\"emails\":5"),
                wrongType("emails", NAME + ",\"emails\":[5]"),
                wrongType("emails", NAME + ",\"emails\":[{\"value\":5}]"),
                wrongType("primary", NAME + ",\"emails\":[{\"value\":\"a@x.org\",\"primary\":\"maybe\"}]"),
                wrongType("addresses", NAME + ",\"addresses\":\"Bern\""),
                wrongType("x509Certificates", NAME + ",\"x509Certificates\":[{\"value\":\"no base64!\"}]"),
                wrongType("enterprise", NAME + ",\"" + Urns.ENTERPRISE + "\":\"Sales\""),
                wrongType("department", NAME + ",\"" + Urns.ENTERPRISE + "\":{\"department\":5}"));
    }

    private static Stream<BadRequest> schemas() {
        return Stream.of(
                bad("no schemas")
                        .post("/Users", "{" + NAME + "}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("schemas"),
                bad("empty schemas")
                        .post("/Users", "{\"schemas\":[]," + NAME + "}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("schemas"),
                bad("a number among the schemas")
                        .post("/Users", "{\"schemas\":[5]," + NAME + "}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("schemas"),
                bad("schemas of another type")
                        .post("/Users", "{\"schemas\":[\"" + Urns.GROUP + "\"]," + NAME + "}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("schemas"),
                bad("schemas without the core one")
                        .post("/Users", "{\"schemas\":[\"" + Urns.ENTERPRISE + "\"]," + NAME + "}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("schemas"),
                bad("a PUT without schemas")
                        .put("/Users/{{userId}}", "{" + NAME + "}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("schemas"));
    }

    private static Stream<BadRequest> required() {
        return Stream.of(
                bad("no userName")
                        .post("/Users", user("\"title\":\"x\""))
                        .is(400, "invalidValue")
                        .saying("userName"),
                bad("an empty userName")
                        .post("/Users", user("\"userName\":\"\""))
                        .is(400, "invalidValue")
                        .saying("userName"),
                bad("a blank userName")
                        .post("/Users", user("\"userName\":\"  \""))
                        .is(400, "invalidValue")
                        .saying("userName"),
                bad("a null userName")
                        .post("/Users", user("\"userName\":null"))
                        .is(400, "invalidValue")
                        .saying("userName"),
                bad("a PUT without userName")
                        .put("/Users/{{userId}}", user("\"title\":\"x\""))
                        .is(400, "invalidValue")
                        .saying("userName"),
                bad("a PUT with a blank userName")
                        .put("/Users/{{userId}}", user("\"userName\":\" \""))
                        .is(400, "invalidValue")
                        .saying("userName"));
    }

    private static Stream<BadRequest> unique() {
        return Stream.of(
                bad("a userName that is taken")
                        .post("/Users", user("\"userName\":\"{{userName}}\""))
                        .is(409, "uniqueness")
                        .saying("userName"),
                bad("a userName that is taken in another case")
                        .post("/Users", user("\"userName\":\"{{userNameUpper}}\""))
                        .is(409, "uniqueness")
                        .saying("userName"),
                bad("a PUT with the userName of another")
                        .put("/Users/{{userId}}", user("\"userName\":\"{{otherName}}\""))
                        .is(409, "uniqueness")
                        .saying("userName"),
                bad("a PUT with an id that is not the one of the URL")
                        .put("/Users/{{userId}}", user("\"id\":\"{{otherId}}\",\"userName\":\"{{userName}}\""))
                        .is(400, "mutability")
                        .saying("\\bid\\b"),
                bad("an unknown id in a GET")
                        .get("/Users/2819c223-7f76-453a-919d-413861904646")
                        .is(404)
                        .saying("2819c223"),
                bad("an id that cannot be one").get("/Users/nobody").is(404).saying("nobody"),
                bad("the id of a group among the users")
                        .get("/Users/{{groupId}}")
                        .is(404)
                        .saying("{{groupId}}"),
                bad("an unknown id in a PUT")
                        .put("/Users/2819c223-7f76-453a-919d-413861904646", user(NAME))
                        .is(404)
                        .saying("2819c223"),
                bad("an unknown id in a PATCH")
                        .patch(
                                "/Users/2819c223-7f76-453a-919d-413861904646",
                                "{\"schemas\":[\"" + Urns.PATCH_OP
                                        + "\"],\"Operations\":[{\"op\":\"remove\",\"path\":\"title\"}]}")
                        .is(404)
                        .saying("2819c223"),
                bad("an unknown id in a DELETE")
                        .delete("/Users/2819c223-7f76-453a-919d-413861904646")
                        .is(404)
                        .saying("2819c223"),
                bad("the id of a group in a DELETE of a user")
                        .delete("/Users/{{groupId}}")
                        .is(404)
                        .saying("{{groupId}}"));
    }

    private static Stream<BadRequest> groups() {
        return Stream.of(
                bad("a group without displayName")
                        .post("/Groups", group("\"members\":[]"))
                        .is(400, "invalidValue")
                        .saying("displayName"),
                bad("a group with a blank displayName")
                        .post("/Groups", group("\"displayName\":\" \""))
                        .is(400, "invalidValue")
                        .saying("displayName"),
                bad("members as a text")
                        .post("/Groups", group("\"displayName\":\"x\",\"members\":\"{{userId}}\""))
                        .is(400, "invalidValue", "invalidSyntax")
                        .saying("members"),
                bad("a member that is a number")
                        .post("/Groups", group("\"displayName\":\"x\",\"members\":[{\"value\":5}]"))
                        .is(400, "invalidValue", "invalidSyntax")
                        .saying("members"),
                bad("a member without value")
                        .post("/Groups", group("\"displayName\":\"x\",\"members\":[{\"display\":\"Anna\"}]"))
                        .is(400, "invalidValue")
                        .saying("members"),
                bad("a member whom nobody knows")
                        .post(
                                "/Groups",
                                group(
                                        "\"displayName\":\"x\",\"members\":[{\"value\":\"{{userId}}\"},{\"value\":\"2819c223\"}]"))
                        .is(400, "invalidValue")
                        .saying("members", "2819c223"),
                bad("a PUT with a member whom nobody knows")
                        .put(
                                "/Groups/{{groupId}}",
                                group("\"displayName\":\"x\",\"members\":[{\"value\":\"2819c223\"}]"))
                        .is(400, "invalidValue")
                        .saying("members", "2819c223"),
                bad("a group that contains itself")
                        .put(
                                "/Groups/{{groupId}}",
                                group("\"displayName\":\"x\",\"members\":[{\"value\":\"{{groupId}}\"}]"))
                        .is(400, "invalidValue")
                        .saying("members"));
    }

    private static BadRequest wrongType(String attribute, String members) {
        String value =
                members.substring(members.lastIndexOf(attribute.equals("enterprise") ? Urns.ENTERPRISE : attribute));
        return bad("a wrong type, " + value)
                .post("/Users", user(members))
                .is(400, "invalidValue", "invalidSyntax")
                .saying(attribute);
    }

    private static String user(String members) {
        return "{\"schemas\":[\"" + Urns.USER + "\"]," + members + "}";
    }

    private static String group(String members) {
        return "{\"schemas\":[\"" + Urns.GROUP + "\"]," + members + "}";
    }
}
