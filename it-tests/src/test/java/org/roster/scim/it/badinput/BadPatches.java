package org.roster.scim.it.badinput;

import static org.roster.scim.it.badinput.BadRequest.bad;

import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/** PATCH requests that must not be applied, not even in part (RFC 7644 §3.5.2). */
final class BadPatches {
    private static final String GOOD = "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"changed\"},";

    private BadPatches() {}

    static Stream<BadRequest> all() {
        return Stream.of(messages(), targets(), mutability(), values(), groups(), atomicity())
                .flatMap(rows -> rows);
    }

    private static Stream<BadRequest> messages() {
        return Stream.of(
                operations("").is(400, "invalidSyntax").saying("Operations"),
                message("no Operations", "{\"schemas\":[\"" + Urns.PATCH_OP + "\"]}")
                        .saying("Operations"),
                message("null Operations", "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":null}")
                        .saying("Operations"),
                message(
                                "Operations that are a text",
                                "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":\"remove\"}")
                        .saying("Operations"),
                message(
                                "an operation that is a text",
                                "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[\"remove\"]}")
                        .saying("Operations|operation"),
                message("no schemas", "{\"Operations\":[{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}]}")
                        .saying("schemas"),
                message(
                                "the schemas of a user",
                                "{\"schemas\":[\"" + Urns.USER
                                        + "\"],\"Operations\":[{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}]}")
                        .saying("schemas|PatchOp"),
                operations("{\"op\":\"move\",\"path\":\"title\",\"value\":\"x\"}")
                        .is(400, "invalidSyntax")
                        .saying("move"),
                operations("{\"path\":\"title\",\"value\":\"x\"}")
                        .is(400, "invalidSyntax")
                        .saying("\\bop\\b"),
                operations("{\"op\":5,\"path\":\"title\",\"value\":\"x\"}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("\\bop\\b"),
                operations("{\"op\":\"add\",\"path\":5,\"value\":\"x\"}")
                        .is(400, "invalidSyntax", "invalidPath")
                        .saying("path"),
                operations("{\"op\":\"add\",\"path\":\"title\"}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("value"),
                operations("{\"op\":\"add\",\"value\":\"x\"}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("value|object"),
                operations("{\"op\":\"replace\",\"value\":[\"x\"]}")
                        .is(400, "invalidSyntax", "invalidValue")
                        .saying("value|object"));
    }

    private static Stream<BadRequest> targets() {
        return Stream.of(
                operations("{\"op\":\"remove\"}").is(400, "noTarget").saying("path"),
                operations("{\"op\":\"remove\",\"value\":{\"title\":\"x\"}}")
                        .is(400, "noTarget")
                        .saying("path"),
                operations("{\"op\":\"add\",\"path\":\"favouriteColour\",\"value\":\"blue\"}")
                        .is(400, "invalidPath")
                        .saying("favouriteColour"),
                operations("{\"op\":\"remove\",\"path\":\"favouriteColour\"}")
                        .is(400, "invalidPath")
                        .saying("favouriteColour"),
                operations("{\"op\":\"replace\",\"path\":\"name.favourite\",\"value\":\"x\"}")
                        .is(400, "invalidPath")
                        .saying("favourite"),
                operations("{\"op\":\"replace\",\"path\":\"" + Urns.ENTERPRISE + ":colour\",\"value\":\"x\"}")
                        .is(400, "invalidPath")
                        .saying("colour"),
                operations("{\"op\":\"replace\",\"path\":\"title.\",\"value\":\"x\"}")
                        .is(400, "invalidPath")
                        .saying("title"),
                operations("{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"\",\"value\":\"x\"}")
                        .is(400, "invalidPath", "invalidFilter")
                        .saying("\\d|emails\\["),
                operations("{\"op\":\"replace\",\"path\":\"emails[type equals \\\"work\\\"].value\",\"value\":\"x\"}")
                        .is(400, "invalidFilter")
                        .saying("equals", "\\beq\\b"),
                operations("{\"op\":\"replace\",\"path\":\"emails[colour eq \\\"blue\\\"].value\",\"value\":\"x\"}")
                        .is(400, "invalidFilter", "invalidPath")
                        .saying("colour"),
                operations("{\"op\":\"replace\",\"path\":\"title[type eq \\\"work\\\"]\",\"value\":\"x\"}")
                        .is(400, "invalidPath", "invalidFilter")
                        .saying("title"),
                operations(
                                "{\"op\":\"replace\",\"path\":\"emails[value co \\\"nowhere.example\\\"].display\",\"value\":\"x\"}")
                        .is(400, "noTarget")
                        .saying("emails"),
                operations(
                                "{\"op\":\"replace\",\"path\":\"emails[not (type eq \\\"work\\\")]\",\"value\":{\"value\":\"x@x.org\"}}")
                        .is(400, "noTarget")
                        .saying("emails"));
    }

    private static Stream<BadRequest> mutability() {
        return Stream.of(
                operations("{\"op\":\"add\",\"path\":\"groups\",\"value\":[{\"value\":\"{{groupId}}\"}]}")
                        .is(400, "mutability")
                        .saying("groups"),
                operations("{\"op\":\"replace\",\"path\":\"groups\",\"value\":[]}")
                        .is(400, "mutability")
                        .saying("groups"),
                operations("{\"op\":\"remove\",\"path\":\"groups\"}")
                        .is(400, "mutability")
                        .saying("groups"),
                operations("{\"op\":\"replace\",\"path\":\"meta.created\",\"value\":\"2020-01-01T00:00:00Z\"}")
                        .is(400, "mutability")
                        .saying("meta"),
                operations("{\"op\":\"remove\",\"path\":\"meta\"}")
                        .is(400, "mutability")
                        .saying("meta"),
                operations("{\"op\":\"replace\",\"path\":\"id\",\"value\":\"{{otherId}}\"}")
                        .is(400, "mutability")
                        .saying("\\bid\\b"),
                operations("{\"op\":\"remove\",\"path\":\"id\"}")
                        .is(400, "mutability")
                        .saying("\\bid\\b"),
                operations("{\"op\":\"replace\",\"value\":{\"id\":\"{{otherId}}\",\"title\":\"x\"}}")
                        .is(400, "mutability")
                        .saying("\\bid\\b"),
                operations("{\"op\":\"remove\",\"path\":\"userName\"}")
                        .is(400, "mutability")
                        .saying("userName"),
                operations("{\"op\":\"replace\",\"path\":\"userName\",\"value\":null}")
                        .is(400, "mutability", "invalidValue")
                        .saying("userName"),
                operations("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\" \"}")
                        .is(400, "mutability", "invalidValue")
                        .saying("userName"),
                operations("{\"op\":\"replace\",\"path\":\"" + Urns.ENTERPRISE
                                + ":manager.displayName\",\"value\":\"Boss\"}")
                        .is(400, "mutability")
                        .saying("displayName"));
    }

    private static Stream<BadRequest> values() {
        return Stream.of(
                operations("{\"op\":\"replace\",\"path\":\"active\",\"value\":\"perhaps\"}")
                        .is(400, "invalidValue")
                        .saying("active"),
                operations("{\"op\":\"replace\",\"path\":\"title\",\"value\":5}")
                        .is(400, "invalidValue")
                        .saying("title"),
                operations("{\"op\":\"replace\",\"path\":\"title\",\"value\":{\"en\":\"x\"}}")
                        .is(400, "invalidValue")
                        .saying("title"),
                operations("{\"op\":\"replace\",\"path\":\"name\",\"value\":\"Anna Keller\"}")
                        .is(400, "invalidValue")
                        .saying("name"),
                operations("{\"op\":\"add\",\"path\":\"emails\",\"value\":5}")
                        .is(400, "invalidValue")
                        .saying("emails"),
                operations("{\"op\":\"add\",\"path\":\"emails\",\"value\":[{\"value\":5}]}")
                        .is(400, "invalidValue")
                        .saying("emails|value"),
                operations("{\"op\":\"add\",\"value\":{\"active\":\"perhaps\"}}")
                        .is(400, "invalidValue")
                        .saying("active"),
                operations("{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"{{otherName}}\"}")
                        .is(409, "uniqueness")
                        .saying("userName"));
    }

    private static Stream<BadRequest> groups() {
        return Stream.of(
                members(
                                "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"{{otherId}}\"},{\"value\":\"2819c223\"}]}")
                        .is(400, "invalidValue")
                        .saying("2819c223"),
                members("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":5}]}")
                        .is(400, "invalidValue")
                        .saying("members|value"),
                members("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"{{groupId}}\"}]}")
                        .is(400, "invalidValue")
                        .saying("members|itself|cycle"),
                members(
                                "{\"op\":\"replace\",\"path\":\"members[value eq \\\"{{userId}}\\\"].value\",\"value\":\"{{otherId}}\"}")
                        .is(400, "mutability")
                        .saying("value|members"),
                members("{\"op\":\"remove\",\"path\":\"displayName\"}")
                        .is(400, "mutability")
                        .saying("displayName"),
                members("{\"op\":\"remove\"}").is(400, "noTarget").saying("path"),
                members("{\"op\":\"remove\",\"path\":\"members[value equals \\\"{{userId}}\\\"]\"}")
                        .is(400, "invalidFilter")
                        .saying("equals"));
    }

    /** The first operation is good; the fixture's picture must show that it was not applied. */
    private static Stream<BadRequest> atomicity() {
        return Stream.of(
                operations(GOOD + "{\"op\":\"remove\"}").is(400, "noTarget"),
                operations(GOOD + "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"perhaps\"}")
                        .is(400, "invalidValue"),
                operations(GOOD + "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"{{otherName}}\"}")
                        .is(409, "uniqueness"),
                operations("{\"op\":\"remove\",\"path\":\"emails\"}," + GOOD + "{\"op\":\"remove\",\"path\":\"id\"}")
                        .is(400, "mutability"),
                members("{\"op\":\"remove\",\"path\":\"members\"}," + GOOD
                                + "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"2819c223\"}]}")
                        .is(400, "invalidValue"),
                members("{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"{{otherId}}\"}]}," + GOOD
                                + "{\"op\":\"remove\"}")
                        .is(400, "noTarget"));
    }

    private static BadRequest operations(String operations) {
        return bad("the operations [" + operations + "]").patch("/Users/{{userId}}", patch(operations));
    }

    private static BadRequest members(String operations) {
        return bad("the group operations [" + operations + "]").patch("/Groups/{{groupId}}", patch(operations));
    }

    private static BadRequest message(String title, String body) {
        return bad("a PATCH with " + title).patch("/Users/{{userId}}", body).is(400, "invalidSyntax");
    }

    private static String patch(String operations) {
        return "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[" + operations + "]}";
    }
}
