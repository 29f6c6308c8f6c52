package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.sample.Urns;

/** How a service describes itself, whatever it can do (RFC 7644 §4). */
interface DescriptionContract extends Wire {
    @Test
    @Tag("S-5-04")
    @Tag("P-3.4.2.4-03")
    @Tag("P-3.4.2.1-03")
    default void a_page_is_never_larger_than_the_configuration_says() {
        int max = scim().get("/ServiceProviderConfig")
                .json()
                .getJsonObject("filter")
                .getInt("maxResults");
        assertThat(scim().get("/Users?attributes=id&count=1000000").expect(200).resources())
                .hasSizeLessThanOrEqualTo(max);
    }

    @Test
    @Tag("A-15")
    default void schemas_and_resource_types_can_be_read_without_authentication() {
        anonymous().get("/Schemas").expect(200);
        anonymous().get("/Schemas/" + Urns.USER).expect(200);
        anonymous().get("/ResourceTypes").expect(200);
        anonymous().get("/ResourceTypes/User").expect(200);
    }

    @Test
    @Tag("S-7-21")
    @Tag("S-7-22")
    @Tag("S-8.7-01")
    default void every_attribute_of_every_schema_is_described_in_full() {
        List<JsonObject> schemas = scim().get("/Schemas").resources();
        assertThat(schemas.stream().flatMap(DescriptionContract::attributes))
                .isNotEmpty()
                .allSatisfy(attribute -> {
                    assertThat(attribute)
                            .containsKeys(
                                    "name", "type", "multiValued", "description", "required", "mutability", "returned");
                    assertThat(attribute.getString("type"))
                            .isIn(
                                    "string",
                                    "boolean",
                                    "decimal",
                                    "integer",
                                    "dateTime",
                                    "reference",
                                    "binary",
                                    "complex");
                    assertThat(attribute.getString("mutability"))
                            .isIn("readOnly", "readWrite", "immutable", "writeOnly");
                    assertThat(attribute.getString("returned")).isIn("always", "never", "default", "request");
                    assertThat(attribute.containsKey("subAttributes"))
                            .isEqualTo(attribute.getString("type").equals("complex"));
                });
    }

    @Test
    @Tag("P-4-03")
    default void paging_and_sorting_of_discovery_are_ignored() {
        assertThat(scim().get("/Schemas?count=1&startIndex=2&sortBy=name")
                        .expect(200)
                        .json())
                .isEqualTo(scim().get("/Schemas").json());
        assertThat(scim().get("/ResourceTypes?count=1").expect(200).json())
                .isEqualTo(scim().get("/ResourceTypes").json());
    }

    private static Stream<JsonObject> attributes(JsonObject described) {
        List<JsonObject> own = Stream.of("attributes", "subAttributes")
                .filter(described::containsKey)
                .flatMap(list -> described.getJsonArray(list).getValuesAs(JsonObject.class).stream())
                .toList();
        return Stream.concat(own.stream(), own.stream().flatMap(DescriptionContract::attributes));
    }
}
