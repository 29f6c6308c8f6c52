package org.roster.scim.it.attack;

import static org.roster.scim.it.attack.MatrixPlace.at;
import static org.roster.scim.it.attack.MatrixPlace.needs;
import static org.roster.scim.spi.Operation.CREATE;
import static org.roster.scim.spi.Operation.DELETE;
import static org.roster.scim.spi.Operation.PATCH;
import static org.roster.scim.spi.Operation.QUERY;
import static org.roster.scim.spi.Operation.READ;
import static org.roster.scim.spi.Operation.READ_OWN;
import static org.roster.scim.spi.Operation.REPLACE;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.roster.scim.it.attack.MatrixPlace.Kind;
import org.roster.scim.it.attack.MatrixPlace.Permission;
import org.roster.scim.it.sample.Urns;

/** Every endpoint by every address and method. A resource that changes is asked for a version that it does not have. */
final class AccessMatrix {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FROBNICATE");

    private static final Pattern TENANT = Pattern.compile("/t/([a-z]+)/");

    /** Enough where the address is only spelled otherwise. */
    private static final List<String> SOME = List.of("GET", "POST", "DELETE");

    /** A cell without its credential: what to send where. */
    record Cell(String base, MatrixPlace place, String method) {

        /** The tenant that the address names; empty if it names none. */
        String tenant() {
            Matcher named = TENANT.matcher(base);
            return named.find() ? named.group(1) : "";
        }
    }

    private AccessMatrix() {}

    /**
     * All cells but for the credential.
     *
     * @param base URL with the version of the protocol
     * @param userId a User in the tenant of the matrix
     * @param groupId a Group in the tenant of the matrix
     */
    static List<Cell> cells(String base, String userId, String groupId) {
        String unversioned = base.replaceFirst("/v2$", "");
        List<Cell> cells = new ArrayList<>();
        for (MatrixPlace place : places(userId, groupId)) {
            METHODS.forEach(method -> cells.add(new Cell(base, place, method)));
            MatrixPlace slashed = place.called(place.path().replaceFirst("/$", "") + "/");
            for (String method : SOME) {
                cells.add(new Cell(unversioned, place, method));
                cells.add(new Cell(base, slashed, method));
                cells.add(new Cell(unversioned, slashed, method));
            }
        }
        METHODS.forEach(
                method -> cells.add(new Cell(unversioned, at("/v3/Users").that(Kind.CLOSED), method)));
        for (MatrixPlace place : places(userId, groupId)) {
            // Those that it has: at the address of a foreign tenant nothing is promised about which is missed first,
            // the tenant or the method.
            for (String method : place.methods().keySet()) {
                cells.add(new Cell(unversioned + "/t/default/v2", place, method));
                cells.add(new Cell(unversioned + "/t/neighbour/v2", place, method));
            }
        }
        administration()
                .forEach(place -> METHODS.forEach(method ->
                        cells.add(new Cell(unversioned + "/admin/v1", place.that(Kind.ADMINISTRATION), method))));
        return cells;
    }

    private static List<MatrixPlace> places(String userId, String groupId) {
        return Stream.of(
                        types(),
                        resources("/Users", "User", userId),
                        resources("/Groups", "Group", groupId),
                        discovery(),
                        nothing())
                .flatMap(places -> places)
                .toList();
    }

    private static Stream<MatrixPlace> administration() {
        return Stream.of(
                at("/tokens").on("GET", 200).on("POST", 400),
                at("/tokens/unknown").on("GET", 404).on("DELETE", 404),
                at("/tokens/unknown/rotate").on("POST", 404),
                at("/tenants").on("GET", 200).on("POST", 400),
                at("/tenants/unknown").on("GET", 404).on("DELETE", 404),
                at("/tenants/unknown/suspend").on("POST", 404),
                at("/tenants/unknown/resume").on("POST", 404),
                at("/tenants/unknown/export").on("GET", 404),
                at("/audit").on("GET", 200),
                at("/brake").on("GET", 200),
                at("/brake/Unknown/lift").on("POST", 404));
    }

    private static Stream<MatrixPlace> types() {
        Permission[] anyQuery = {needs(QUERY, "User"), needs(QUERY, "Group"), needs(QUERY, "Device")};
        return Stream.of(
                at("/").on("GET", 200, anyQuery),
                at("/.search").on("POST", 200, anyQuery),
                type("/Users", "User"),
                type("/Groups", "Group"),
                type("/Devices", "Device"),
                at("/Users/.search").on("POST", 200, needs(QUERY, "User")),
                at("/Groups/.search").on("POST", 200, needs(QUERY, "Group")),
                at("/Me")
                        .that(Kind.ME)
                        .on("GET", 404, needs(READ_OWN, "User"))
                        .on("POST", 400, needs(CREATE, "User"))
                        .on("PUT", 404, needs(REPLACE, "User"))
                        .on("PATCH", 404, needs(PATCH, "User"))
                        .on("DELETE", 404, needs(DELETE, "User")),
                at("/Bulk").on("POST", 200));
    }

    private static MatrixPlace type(String endpoint, String type) {
        return at(endpoint).on("GET", 200, needs(QUERY, type)).on("POST", 201, needs(CREATE, type));
    }

    private static Stream<MatrixPlace> resources(String endpoint, String type, String id) {
        return Stream.of(
                at(endpoint + "/" + id)
                        .that(Kind.IN_ONE_TENANT)
                        .on("GET", 200, needs(READ, type))
                        .on("PUT", 412, needs(REPLACE, type))
                        .on("PATCH", 412, needs(PATCH, type))
                        .on("DELETE", 412, needs(DELETE, type)),
                at(endpoint + "/unknown")
                        .on("GET", 404, needs(READ, type))
                        .on("PUT", 404, needs(REPLACE, type))
                        .on("PATCH", 404, needs(PATCH, type))
                        .on("DELETE", 404, needs(DELETE, type)));
    }

    private static Stream<MatrixPlace> discovery() {
        return Stream.of(
                open("/ServiceProviderConfig", 200),
                open("/Schemas", 200),
                open("/Schemas/" + Urns.USER, 200),
                open("/Schemas/urn:unknown", 404),
                open("/ResourceTypes", 200),
                open("/ResourceTypes/User", 200),
                open("/ResourceTypes/Unknown", 404));
    }

    private static MatrixPlace open(String path, int answer) {
        return at(path).that(Kind.OPEN).on("GET", answer);
    }

    private static Stream<MatrixPlace> nothing() {
        return Stream.of(
                at("/Unknown").on("GET", 404).on("POST", 404),
                at("/users").on("GET", 404).on("POST", 404),
                at("/Unknown/1").on("GET", 404).on("PUT", 404).on("PATCH", 404).on("DELETE", 404));
    }
}
