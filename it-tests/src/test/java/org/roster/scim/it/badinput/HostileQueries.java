package org.roster.scim.it.badinput;

import static org.roster.scim.it.badinput.BadRequest.bad;
import static org.roster.scim.it.http.ScimHttp.target;

import java.util.List;
import java.util.stream.Stream;
import org.roster.scim.it.sample.Urns;

/** Parameters of queries that want to cost much or to break something, in a URL and in the body of a .search. */
final class HostileQueries {
    private static final String MEGABYTE = "(".repeat(1_000_000);

    private HostileQueries() {}

    static Stream<BadRequest> all() {
        return Stream.of(filters(), urls(), others()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> filters() {
        Stream<BadRequest> sent = Stream.concat(Hostile.longFilters().stream(), Hostile.shortFilters().stream())
                .flatMap(filter -> Stream.of("/Users/.search", "/.search")
                        .map(path -> search(filter.name() + " as filter of ", path, "\"filter\":" + filter.json())
                                .is(400, "invalidFilter")));
        Stream<BadRequest> inUrls = Hostile.shortFilters().stream()
                .flatMap(filter -> Stream.of("/Users", "/")
                        .map(path -> bad(filter.name() + " as filter of GET " + path)
                                .get(target(path, "filter", filter.text()))
                                .is(400, "invalidFilter")));
        return Stream.concat(sent, inUrls);
    }

    /** The bytes of URLs. */
    private static Stream<BadRequest> urls() {
        return Stream.of(
                bad("NUL as filter of GET /Users")
                        .get("/Users?filter=title%20eq%20%22a%00b%22")
                        .is(400, "invalidFilter"),
                bad("NUL inside a name in a filter of GET /Users")
                        .get("/Users?filter=ti%00tle%20pr")
                        .is(400, "invalidFilter"),
                bad("invalid UTF-8 as filter of GET /Users")
                        .get("/Users?filter=title%20eq%20%22%C3%28%22")
                        .is(400, "invalidSyntax")
                        .saying("UTF-8"),
                bad("an encoded surrogate as filter of GET /Users")
                        .get("/Users?filter=title%20eq%20%22%ED%A0%80%22")
                        .is(400, "invalidSyntax")
                        .saying("UTF-8"),
                bad("invalid UTF-8 as cursor of GET /Users")
                        .get("/Users?cursor=%FF")
                        .is(400, "invalidSyntax")
                        .saying("UTF-8"),
                bad("NUL as sortBy of GET /Users").get("/Users?sortBy=%00").is(400, "invalidValue"),
                bad("NUL as cursor of GET /Users").get("/Users?cursor=%00").is(400, "invalidCursor"),
                bad("a byte order mark as cursor of GET /Users")
                        .get("/Users?cursor=%EF%BB%BF")
                        .is(400, "invalidCursor"),
                bad("4,000 ( as cursor of GET /Users")
                        .get("/Users?cursor=" + "(".repeat(4_000))
                        .is(400, "invalidCursor"),
                bad("4,000 ( as sortBy of GET /Users")
                        .get("/Users?sortBy=" + "(".repeat(4_000))
                        .is(400, "invalidValue"),
                bad("1e1000000000 as count of GET /Users")
                        .get("/Users?count=1e1000000000")
                        .is(400, "invalidValue"),
                bad("4,000 digits as startIndex of GET /Users")
                        .get("/Users?startIndex=" + "9".repeat(4_000))
                        .is(400, "invalidValue"));
    }

    private static Stream<BadRequest> others() {
        String digits = "9".repeat(200_000);
        return Stream.concat(
                List.of("/Users/.search", "/.search").stream()
                        .flatMap(path -> Stream.of(
                                search("1 MB of ( as sortBy of ", path, "\"sortBy\":\"" + MEGABYTE + "\"")
                                        .is(400, "invalidValue"),
                                search("1 MB of ( as sortOrder of ", path, "\"sortOrder\":\"" + MEGABYTE + "\"")
                                        .is(400, "invalidValue"),
                                search("1 MB of ( as cursor of ", path, "\"cursor\":\"" + MEGABYTE + "\"")
                                        .is(400, "invalidCursor"),
                                search("a number of 200,000 digits as count of ", path, "\"count\":" + digits)
                                        .is(400, "invalidValue"),
                                search("1e1000000000 as startIndex of ", path, "\"startIndex\":1e1000000000")
                                        .is(400, "invalidValue"),
                                search("1e9999 as count of ", path, "\"count\":1e9999")
                                        .is(400, "invalidValue"),
                                search(
                                                "filter and FILTER in ",
                                                path,
                                                "\"filter\":\"title pr\",\"FILTER\":\"userName pr\"")
                                        .is(400, "invalidSyntax")
                                        .saying("FILTER"))),
                Stream.of(bad("1 MB of ( as failOnErrors of POST /Bulk")
                        .post(
                                "/Bulk",
                                "{\"schemas\":[\"" + Urns.BULK_REQUEST + "\"],\"failOnErrors\":\"" + MEGABYTE
                                        + "\",\"Operations\":[{}]}")
                        .is(400, "invalidValue")));
    }

    private static BadRequest search(String title, String path, String parameter) {
        return bad(title + "POST " + path)
                .post(
                        path,
                        "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:SearchRequest\"]," + parameter + "}");
    }
}
