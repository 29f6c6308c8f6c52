package org.roster.scim.it.badinput;

import static org.roster.scim.it.badinput.BadRequest.bad;
import static org.roster.scim.it.http.ScimHttp.target;

import java.util.stream.Stream;

/** Filters, paging and projection that must not be guessed at (RFC 7644 §3.4.2, §3.9). */
final class BadQueries {
    private BadQueries() {}

    static Stream<BadRequest> all() {
        return Stream.of(grammar(), values(), limits(), parameters()).flatMap(rows -> rows);
    }

    private static Stream<BadRequest> grammar() {
        return Stream.of(
                filter("favouriteColour eq \"blue\"").saying("favouriteColour"),
                filter("name.favourite eq \"blue\"").saying("favourite"),
                filter("userName eq \"a\" and favouriteColour pr").saying("favouriteColour"),
                filter("emails[colour eq \"blue\"]").saying("colour"),
                filter("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:colour eq \"x\"")
                        .saying("colour"),
                filter("urn:example:unknown:2.0:User:colour eq \"x\"").saying("urn:example:unknown"),
                filter("userName equals \"a\"").saying("equals", "\\beq\\b", "\\b(9|10)\\b"),
                filter("userName \"a\"").saying("operator", "\\b(9|10)\\b"),
                filter("userName eq").saying("\\d"),
                filter("userName eq \"a").saying("\\d"),
                filter("userName eq \"a\" and").saying("\\d"),
                filter("userName eq \"a\" title eq \"b\"").saying("\\b(16|17)\\b"),
                filter("(userName eq \"a\"").saying("\\)|paren"),
                filter("userName eq \"a\")").saying("\\)|paren"),
                filter("emails[type eq \"work\"").saying("\\]|bracket"),
                filter("not userName eq \"a\"").saying("\\d"),
                filter("eq \"a\"").saying("\\d|\\beq\\b"),
                filter("userName eq \"a\\x\"").saying("\\d"));
    }

    private static Stream<BadRequest> values() {
        return Stream.of(
                filter("meta.created gt \"yesterday\"").saying("meta.created|dateTime|yesterday"),
                filter("meta.lastModified ge \"2026-13-45T00:00:00Z\"").saying("2026-13-45"),
                filter("meta.lastModified ge \"2026-11-02\"").saying("2026-11-02"),
                filter("meta.lastModified ge 5").saying("lastModified"),
                filter("active eq \"perhaps\"").saying("active"),
                filter("active gt true").saying("active|gt"),
                filter("active co \"r\"").saying("active|co"),
                filter("active eq 1e999999999").saying("active|position"),
                filter("x509Certificates.value lt \"AAAA\"").saying("x509Certificates|lt"),
                filter("name eq \"Anna\"").saying("name"),
                filter("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName eq \"Anna\"")
                        .saying("manager.displayName", "manager.value"),
                filter("manager.$ref pr").saying("manager.\\$ref", "manager.value"),
                bad("a filter on password")
                        .get(target("/Users", "filter", "password eq \"x\""))
                        .is(403, "sensitive")
                        .saying("password"),
                bad("a filter that also asks for a password")
                        .get(target("/Users", "filter", "userName pr and not (password sw \"a\")"))
                        .is(403, "sensitive")
                        .saying("password"),
                bad("a filter on groups with an unknown attribute")
                        .get(target("/Groups", "filter", "userName eq \"x\""))
                        .is(400, "invalidFilter")
                        .saying("userName"));
    }

    /** Some servers refuse a request head of more than 8 KiB themselves, so ours must come first. */
    private static Stream<BadRequest> limits() {
        return Stream.of(
                bad("a filter that is too long")
                        .get(target("/Users", "filter", "userName eq \"" + "a".repeat(6_000) + "\""))
                        .is(400, "invalidFilter")
                        .saying("\\d{2,}"),
                bad("a filter that is nested too deep")
                        .get(target("/Users", "filter", "(".repeat(300) + "userName pr" + ")".repeat(300)))
                        .is(400, "invalidFilter")
                        .saying("\\d{2,}"),
                bad("a filter of too many negations")
                        .get(target("/Users", "filter", "not (".repeat(200) + "userName pr" + ")".repeat(200)))
                        .is(400, "invalidFilter")
                        .saying("\\d{2,}"));
    }

    static Stream<BadRequest> ordersOfMembers() {
        return Stream.of(bad("sortBy members")
                .get("/Groups?sortBy=members.value")
                .is(400, "invalidValue")
                .saying("sortBy", "members"));
    }

    private static Stream<BadRequest> parameters() {
        return Stream.of(
                bad("startIndex=abc")
                        .get("/Users?startIndex=abc")
                        .is(400, "invalidValue")
                        .saying("startIndex", "abc"),
                bad("startIndex=1.5")
                        .get("/Users?startIndex=1.5")
                        .is(400, "invalidValue")
                        .saying("startIndex"),
                bad("count=abc").get("/Users?count=abc").is(400, "invalidValue").saying("count", "abc"),
                bad("count=1e3").get("/Users?count=1e3").is(400, "invalidValue").saying("count"),
                bad("count=abc at the groups")
                        .get("/Groups?count=abc")
                        .is(400, "invalidValue")
                        .saying("count"),
                bad("sortBy an attribute that there is not")
                        .get("/Users?sortBy=favouriteColour")
                        .is(400, "invalidValue")
                        .saying("sortBy", "favouriteColour"),
                bad("sortBy a complex attribute")
                        .get("/Users?sortBy=name")
                        .is(400, "invalidValue")
                        .saying("sortBy", "name\\."),
                bad("sortBy what is never returned")
                        .get("/Users?sortBy=password")
                        .is(400, "invalidValue")
                        .saying("sortBy", "password"),
                bad("sortOrder=up")
                        .get("/Users?sortBy=userName&sortOrder=up")
                        .is(400, "invalidValue")
                        .saying("sortOrder", "up"),
                bad("an empty startIndex")
                        .get("/Users?startIndex=")
                        .is(400, "invalidValue")
                        .saying("startIndex"),
                bad("a cursor that nobody gave")
                        .get("/Users?cursor=AAAA")
                        .is(400, "invalidCursor")
                        .saying("cursor"),
                bad("a cursor beside startIndex")
                        .get("/Users?cursor&startIndex=1")
                        .is(400, "invalidValue")
                        .saying("cursor", "startIndex"),
                bad("attributes beside excludedAttributes")
                        .get("/Users?attributes=userName&excludedAttributes=name")
                        .is(400, "invalidSyntax")
                        .saying("attributes", "excludedAttributes"),
                bad("attributes beside excludedAttributes of one user")
                        .get("/Users/{{userId}}?attributes=userName&excludedAttributes=name")
                        .is(400, "invalidSyntax")
                        .saying("attributes", "excludedAttributes"),
                bad("attributes beside excludedAttributes of a PATCH")
                        .patch(
                                "/Users/{{userId}}?attributes=userName&excludedAttributes=name",
                                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],"
                                        + "\"Operations\":[{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}]}")
                        .is(400, "invalidSyntax")
                        .saying("excludedAttributes"));
    }

    private static BadRequest filter(String filter) {
        return bad("the filter " + filter)
                .get(target("/Users", "filter", filter))
                .is(400, "invalidFilter");
    }
}
