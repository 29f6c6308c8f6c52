package org.roster.scim.it.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.roster.scim.it.badinput.BadRequest.bad;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/** Bodies that want to cost much or to break something, wherever a request has a body. */
final class HostileBodies {
    private static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /** Where a body goes, and how one begins that is right so far. */
    private record Place(String method, String path, String start) {

        BadRequest with(String title, String rest) {
            return bad(title + " in a " + method + " of " + path.replace("/{{userId}}", "/id"))
                    .send(method, path, start + rest)
                    .is(400, "invalidSyntax", "invalidValue");
        }
    }

    private static final List<Place> PLACES = List.of(
            new Place("POST", "/Users", begin(Urns.USER) + ",\"userName\":\"hostile@roster.example\""),
            new Place("PUT", "/Users/{{userId}}", begin(Urns.USER) + ",\"userName\":\"{{userName}}\""),
            new Place("PATCH", "/Users/{{userId}}", begin(Urns.PATCH_OP)),
            new Place("POST", "/Bulk", begin(Urns.BULK_REQUEST)),
            new Place("POST", "/Users/.search", begin(SEARCH)),
            new Place("POST", "/.search", begin(SEARCH)));

    private HostileBodies() {}

    static Stream<BadRequest> all() {
        return Stream.concat(
                PLACES.stream()
                        .flatMap(place -> Stream.of(structure(place), numbers(place), encoding(place))
                                .flatMap(rows -> rows)),
                names());
    }

    private static Stream<BadRequest> structure(Place place) {
        return Stream.of(
                place.with("arrays 10^6 deep", ",\"deep\":" + "[".repeat(1_000_000))
                        .saying("deep"),
                place.with("objects 10^5 deep", ",\"deep\":" + "{\"a\":".repeat(100_000))
                        .saying("deep"),
                place.with("60,000 members", members(60_000) + "}").saying("1000 members"),
                place.with("100,000 members", members(100_000) + "}").is(413),
                place.with("members with the same hash", sameHash(2_048) + "}").saying("1000 members"));
    }

    private static Stream<BadRequest> numbers(Place place) {
        return Stream.of(
                place.with("a number of 200,000 digits", ",\"n\":" + "9".repeat(200_000) + "}"),
                place.with("a fraction of 200,000 digits", ",\"n\":0." + "9".repeat(200_000) + "}"),
                place.with("1e1000000000", ",\"n\":1e1000000000}"),
                place.with("1e-1000000000", ",\"n\":1e-1000000000}"));
    }

    /** The bodies are written with one character per byte. */
    private static Stream<BadRequest> encoding(Place place) {
        return Stream.of(
                place.with("invalid UTF-8", ",\"t\":\"\u00c3(\"}")
                        .as(text -> text.getBytes(ISO_8859_1))
                        .saying("UTF-8"),
                place.with("an encoded surrogate", ",\"t\":\"\u00ed\u00a0\u0080\"}")
                        .as(text -> text.getBytes(ISO_8859_1))
                        .saying("UTF-8"),
                place.with("UTF-16", "}").as(text -> text.getBytes(UTF_16)),
                place.with("an escaped NUL", ",\"t\":\"a\\u0000b\"}").saying("U\\+0000"),
                place.with("NUL as it is", ",\"t\":\"a\u0000b\"}"),
                place.with("NUL behind the object", "}\u0000"),
                place.with("an escaped NUL in a name", ",\"a\\u0000b\":1}").saying("U\\+0000"),
                place.with("the first half of a surrogate pair", ",\"t\":\"a\\ud800b\"}")
                        .saying("surrogate"),
                place.with("the second half of a surrogate pair", ",\"t\":\"\\udc00\"}")
                        .saying("surrogate"),
                place.with("a byte order mark behind the object", "}\uFEFF"),
                bad("two byte order marks in front of a " + place.method() + " of " + place.path())
                        .send(place.method(), place.path(), "\uFEFF\uFEFF" + place.start() + "}")
                        .is(400, "invalidSyntax"));
    }

    /** The same name in different case. */
    private static Stream<BadRequest> names() {
        String enterprise = Urns.ENTERPRISE;
        return Stream.concat(
                PLACES.stream()
                        .limit(2)
                        .flatMap(place -> Stream.of(
                                place.with("userName and USERNAME", ",\"USERNAME\":\"x\"}")
                                        .saying("USERNAME"),
                                place.with("title and TITLE", ",\"title\":\"x\",\"TITLE\":\"y\"}")
                                        .saying("TITLE"),
                                place.with("a name nobody knows in two cases", ",\"what\":\"x\",\"WHAT\":\"y\"}")
                                        .saying("WHAT"),
                                place.with(
                                                "familyName and FAMILYNAME",
                                                ",\"name\":{\"familyName\":\"x\",\"FAMILYNAME\":\"y\"}}")
                                        .saying("FAMILYNAME"),
                                place.with(
                                                "an extension in two cases",
                                                ",\"" + enterprise + "\":{\"department\":\"x\"},\""
                                                        + enterprise.toUpperCase(Locale.ROOT)
                                                        + "\":{\"department\":\"y\"}}")
                                        .saying("appears twice"),
                                place.with("schemas and SCHEMAS", ",\"SCHEMAS\":[]}")
                                        .saying("SCHEMAS"))),
                PLACES.stream()
                        .skip(2)
                        .flatMap(place -> Stream.of(place.with("schemas and SCHEMAS", ",\"SCHEMAS\":[\"x\"]}")
                                .saying("SCHEMAS"))));
    }

    private static String begin(String schema) {
        return "{\"schemas\":[\"" + schema + "\"]";
    }

    private static String members(int number) {
        return IntStream.range(0, number).mapToObj(i -> ",\"m" + i + "\":1").collect(Collectors.joining());
    }

    /** "Aa" and "BB" have the same hash, and so have all words of them of the same length. */
    private static String sameHash(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> IntStream.range(0, 11)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                        .collect(Collectors.joining("", ",\"", "\":1")))
                .collect(Collectors.joining());
    }
}
