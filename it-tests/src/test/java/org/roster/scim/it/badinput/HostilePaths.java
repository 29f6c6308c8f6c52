package org.roster.scim.it.badinput;

import static org.roster.scim.it.badinput.BadRequest.bad;

import java.util.Collections;
import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/** PATCH requests whose paths or number of operations want to cost much or to break something. */
final class HostilePaths {
    private static final String TITLE = "{\"op\":\"add\",\"path\":\"title\",\"value\":\"changed\"}";

    private HostilePaths() {}

    static Stream<BadRequest> all() {
        return Stream.of(paths(), elements(), names(), many()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> paths() {
        return Stream.concat(Hostile.longFilters().stream(), Hostile.shortFilters().stream())
                .flatMap(path -> Stream.of("add", "remove")
                        .map(op -> patch(path.name() + " as path of " + op, operation(op, path.json()))
                                .is(400, "invalidPath", "invalidFilter")));
    }

    private static Stream<BadRequest> elements() {
        return Stream.concat(Hostile.longFilters().stream(), Hostile.shortFilters().stream())
                .map(filter -> new Hostile(filter.name(), "emails[" + filter.text() + "].value"))
                .map(path -> patch(path.name() + " inside the brackets of a path", operation("replace", path.json()))
                        .is(400, "invalidPath", "invalidFilter"));
    }

    private static Stream<BadRequest> names() {
        return Stream.of(
                patch("an attribute with a name of 1 MB", operation("add", "\"" + "a".repeat(1_000_000) + "\""))
                        .is(400, "invalidPath"),
                patch("a URN of 1 MB", operation("add", "\"urn:" + "a:".repeat(500_000) + "b\""))
                        .is(400, "invalidPath"),
                patch("op and OP", "{\"op\":\"add\",\"OP\":\"remove\",\"path\":\"title\",\"value\":\"x\"}")
                        .is(400, "invalidSyntax")
                        .saying("OP"),
                patch("path and PATH", "{\"op\":\"add\",\"path\":\"title\",\"PATH\":\"nickName\",\"value\":\"x\"}")
                        .is(400, "invalidSyntax")
                        .saying("PATH"),
                bad("Operations and operations in a PATCH")
                        .patch(
                                "/Users/{{userId}}",
                                "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[" + TITLE
                                        + "],\"operations\":[" + TITLE + "]}")
                        .is(400, "invalidSyntax")
                        .saying("operations"),
                patch("title and TITLE in the value", "{\"op\":\"add\",\"value\":{\"title\":\"x\",\"TITLE\":\"y\"}}")
                        .is(400, "invalidSyntax")
                        .saying("TITLE"));
    }

    private static Stream<BadRequest> many() {
        return Stream.of(
                patch("1,001 operations", String.join(",", Collections.nCopies(1_001, TITLE)))
                        .is(413)
                        .saying("1001", "1000"),
                patch("10^4 operations", String.join(",", Collections.nCopies(10_000, TITLE)))
                        .is(413)
                        .saying("10000", "1000"),
                patch("10^5 operations that are empty", String.join(",", Collections.nCopies(100_000, "{}")))
                        .is(413));
    }

    private static String operation(String op, String path) {
        return "{\"op\":\"" + op + "\",\"path\":" + path + ",\"value\":\"x\"}";
    }

    private static BadRequest patch(String title, String operations) {
        return bad(title + " in a PATCH")
                .patch(
                        "/Users/{{userId}}",
                        "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[" + operations + "]}");
    }
}
