package org.roster.scim.it.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimHttp;

/**
 * Bad input gets a SCIM error with the right status and scimType and a detail that helps (RFC 7644 §3.12), and nothing
 * changes in the store.
 */
@Tag("P-3.12-01")
@Tag("P-3.12-02")
@Tag("P-3.12-03")
@Tag("P-3.12-04")
@Tag("P-3.2-04")
@Tag("P-3.8-04")
interface BadInputContract {

    /** What bad requests are aimed at. */
    Fixture fixture();

    @TestFactory
    @Tag("P-3.3-07")
    default Stream<DynamicTest> a_body_that_is_not_a_json_object() {
        return refused(BadBodies.all());
    }

    @TestFactory
    @Tag("S-2.3-02")
    @Tag("S-7-10")
    @Tag("P-3.3-04")
    @Tag("P-3.5.1-01")
    @Tag("P-3.5.1-07")
    @Tag("P-3.5.1-09")
    @Tag("S-3-02")
    @Tag("S-4.1.1-01")
    @Tag("S-4.2-01")
    @Tag("S-4.2-05")
    @Tag("S-7-09")
    default Stream<DynamicTest> a_resource_against_its_schema() {
        return refused(BadResources.all());
    }

    @TestFactory
    @Tag("P-3.4.2.2-14")
    @Tag("P-3.4.2.4-05")
    @Tag("P-3.9-03")
    @Tag("P-3.4.2.2-01")
    @Tag("P-3.4.2.2-17")
    @Tag("P-3.4.2.2-18")
    @Tag("S-4.1.1-11")
    @Tag("P-7.5.2-01")
    @Tag("X-6893")
    default Stream<DynamicTest> a_query_that_makes_no_sense() {
        return refused(BadQueries.all());
    }

    @TestFactory
    @Tag("P-3.5.2-02")
    @Tag("P-3.5.2-04")
    @Tag("P-3.5.2-07")
    @Tag("P-3.5.2-03")
    @Tag("P-3.5.2-09")
    @Tag("P-3.5.2-11")
    @Tag("P-3.5.2.2-01")
    @Tag("P-3.5.2.2-04")
    @Tag("P-3.5.2.3-05")
    @Tag("S-7-03")
    default Stream<DynamicTest> a_patch_that_cannot_be_applied() {
        return refused(BadPatches.all());
    }

    @TestFactory
    @Tag("P-3.7-02")
    @Tag("P-3.7.4-01")
    default Stream<DynamicTest> a_bulk_request_that_cannot_be_carried_out() {
        return refused(BadBulks.all());
    }

    @Test
    @Tag("P-3.7-02")
    @Tag("P-3.7-03")
    default void a_bulk_of_operations_that_cannot_be_carried_out() {
        List<Object> before = fixture().picture();
        String bulk =
                fixture().names().fill(BadBulks.message(BadBulks.operations().collect(Collectors.joining(","))));
        BadBulks.mustAllBeRefused(ScimHttp.admin().post("/Bulk", bulk));
        assertThat(fixture().picture()).as("nothing changes").isEqualTo(before);
    }

    @TestFactory
    @Tag("P-3.4.2.2-18")
    default Stream<DynamicTest> a_hostile_query() {
        return refused(HostileQueries.all());
    }

    @TestFactory
    @Tag("P-3.4.2.2-18")
    default Stream<DynamicTest> a_hostile_path_of_a_patch() {
        return refused(HostilePaths.all());
    }

    @TestFactory
    default Stream<DynamicTest> a_hostile_body() {
        return refused(HostileBodies.all());
    }

    @TestFactory
    @Tag("S-2.3-02")
    default Stream<DynamicTest> wrong_types_everywhere() {
        List<Object> before = fixture().picture();
        return WrongTypes.all()
                .map(wrong -> dynamicTest(wrong.title(), () -> {
                    wrong.mustNotBeTheFaultOfTheService(fixture().names());
                    assertThat(fixture().picture()).as("nothing changes").isEqualTo(before);
                }));
    }

    @TestFactory
    @Tag("P-3.2-03")
    @Tag("P-3.8-03")
    @Tag("P-3.4.1-01")
    @Tag("P-4-03")
    @Tag("P-4-04")
    default Stream<DynamicTest> a_request_that_http_does_not_carry() {
        return refused(BadRequests.all());
    }

    /** A test for each request. */
    default Stream<DynamicTest> refused(Stream<BadRequest> requests) {
        List<Object> before = fixture().picture();
        return requests.map(request -> dynamicTest(request.title(), () -> {
            request.mustBeRefused(fixture().names());
            assertThat(fixture().picture()).as("nothing changes").isEqualTo(before);
        }));
    }
}
