package org.roster.scim.it.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.roster.scim.it.badinput.BadRequest.bad;

import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/** Bodies that are no JSON object in UTF-8 of reasonable size. */
final class BadBodies {
    /** A place in the text, in whatever words. */
    private static final String POSITION = "(line|column|offset|position|character|at|after|byte)\\D{0,15}\\d+";

    private static final int LIMIT = 1 << 20;
    private static final String START = "{\"schemas\":[\"" + Urns.USER + "\"],\"userName\":\"bad-body@roster.example\"";

    private BadBodies() {}

    static Stream<BadRequest> all() {
        return Stream.of(text(), shape(), size(), encoding()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> text() {
        return Stream.of(
                bad("malformed JSON")
                        .post("/Users", START + ",}")
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("JSON with a missing comma")
                        .post("/Users", START + " \"title\":\"x\"}")
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("truncated JSON")
                        .post("/Users", START)
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("JSON cut inside a text")
                        .post("/Users", START + ",\"title\":\"x")
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("two JSON objects")
                        .post("/Users", START + "}" + START + "}")
                        .is(400, "invalidSyntax"),
                bad("an unquoted name")
                        .post("/Users", "{userName: \"x\"}")
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("XML").post("/Users", "<user/>").is(400, "invalidSyntax").saying(POSITION),
                bad("malformed JSON in a PUT")
                        .put("/Users/{{userId}}", START + ",}")
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("malformed JSON in a PATCH")
                        .patch("/Users/{{userId}}", "{\"schemas\": [")
                        .is(400, "invalidSyntax")
                        .saying(POSITION),
                bad("malformed JSON for a group")
                        .post("/Groups", "{\"displayName\"}")
                        .is(400, "invalidSyntax")
                        .saying(POSITION));
    }

    private static Stream<BadRequest> shape() {
        return Stream.of(
                bad("an empty body").post("/Users", "").is(400, "invalidSyntax").saying("body|empty"),
                bad("a body of blanks")
                        .post("/Users", " \n ")
                        .is(400, "invalidSyntax")
                        .saying("body|empty"),
                bad("an empty body in a PUT")
                        .put("/Users/{{userId}}", "")
                        .is(400, "invalidSyntax")
                        .saying("body|empty"),
                bad("an empty body in a PATCH")
                        .patch("/Users/{{userId}}", "")
                        .is(400, "invalidSyntax")
                        .saying("body|empty"),
                bad("an array")
                        .post("/Users", "[" + START + "}]")
                        .is(400, "invalidSyntax")
                        .saying("object"),
                bad("a text").post("/Users", "\"x\"").is(400, "invalidSyntax").saying("object"),
                bad("a number").post("/Users", "5").is(400, "invalidSyntax").saying("object"),
                bad("null").post("/Users", "null").is(400, "invalidSyntax").saying("object"),
                bad("true as a PUT")
                        .put("/Users/{{userId}}", "true")
                        .is(400, "invalidSyntax")
                        .saying("object"),
                bad("an array as a PATCH")
                        .patch("/Users/{{userId}}", "[]")
                        .is(400, "invalidSyntax")
                        .saying("object"));
    }

    private static Stream<BadRequest> size() {
        String big = START + ",\"title\":\"" + "x".repeat(LIMIT) + "\"}";
        String operation = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"" + "x".repeat(LIMIT) + "\"}";
        String patch = "{\"schemas\":[\"" + Urns.PATCH_OP + "\"],\"Operations\":[" + operation + "]}";
        return Stream.of(
                bad("a body over the limit").post("/Users", big).is(413).saying("\\d"),
                bad("a PUT over the limit")
                        .put("/Users/{{userId}}", big)
                        .is(413)
                        .saying("\\d"),
                bad("a PATCH over the limit")
                        .patch("/Users/{{userId}}", patch)
                        .is(413)
                        .saying("\\d"),
                bad("a bomb of arrays")
                        .post("/Users", START + ",\"deep\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}")
                        .is(400, "invalidSyntax")
                        .saying("nest|deep|depth"),
                bad("a bomb of objects")
                        .post("/Users", START + ",\"deep\":" + "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_001))
                        .is(400, "invalidSyntax")
                        .saying("nest|deep|depth"),
                bad("a bomb that is never closed")
                        .post("/Users", "[".repeat(100_000))
                        .is(400, "invalidSyntax"),
                bad("a bomb in a PATCH")
                        .patch("/Users/{{userId}}", "{\"Operations\":" + "[".repeat(20_000))
                        .is(400, "invalidSyntax"),
                bad("a number with a huge exponent")
                        .post("/Users", START + ",\"title\":1e999999999}")
                        .is(400, "invalidValue", "invalidSyntax")
                        .saying("title|number"),
                bad("a number of 100,000 digits")
                        .post("/Users", START + ",\"title\":" + "9".repeat(100_000) + "}")
                        .is(400, "invalidValue", "invalidSyntax"));
    }

    /** The bodies are written with one character per byte. */
    private static Stream<BadRequest> encoding() {
        return Stream.of(
                utf8("an invalid second byte", "\u00c3("),
                utf8("a lone continuation byte", "\u00a9"),
                utf8("an overlong form", "\u00c0\u0080"),
                utf8("an encoded surrogate", "\u00ed\u00a0\u0080"),
                utf8("a byte that UTF-8 never has", "\u00ff"),
                bad("invalid UTF-8: a cut sequence")
                        .post("/Users", START + ",\"title\":\"\u00e2\u0082")
                        .as(text -> text.getBytes(ISO_8859_1))
                        .is(400, "invalidSyntax"),
                bad("a NUL character")
                        .post("/Users", START + ",\"title\":\"a\\u0000b\"}")
                        .is(400, "invalidValue")
                        .saying("title|" + POSITION),
                bad("a NUL in the userName")
                        .post("/Users", "{\"schemas\":[\"" + Urns.USER + "\"],\"userName\":\"a\\u0000b\"}")
                        .is(400, "invalidValue")
                        .saying("userName|" + POSITION),
                bad("a NUL in a PATCH")
                        .patch(
                                "/Users/{{userId}}",
                                "{\"schemas\":[\"" + Urns.PATCH_OP
                                        + "\"],\"Operations\":[{\"op\":\"add\",\"path\":\"title\",\"value\":\"\\u0000\"}]}")
                        .is(400, "invalidValue")
                        .saying("title|" + POSITION),
                bad("half a surrogate pair")
                        .post("/Users", START + ",\"title\":\"a\\ud800b\"}")
                        .is(400, "invalidValue", "invalidSyntax"),
                bad("a raw control character")
                        .post("/Users", START + ",\"title\":\"a\u0001b\"}")
                        .is(400, "invalidSyntax"));
    }

    private static BadRequest utf8(String title, String bytes) {
        return bad("invalid UTF-8: " + title)
                .post("/Users", START + ",\"title\":\"" + bytes + "\"}")
                .as(text -> text.getBytes(ISO_8859_1))
                .is(400, "invalidSyntax")
                .saying("UTF-8");
    }
}
