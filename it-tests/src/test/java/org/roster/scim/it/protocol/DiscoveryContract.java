package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;

/** ServiceProviderConfig, Schemas and ResourceTypes (RFC 7644 §4; RFC 7643 §5 to §7). */
interface DiscoveryContract extends DescriptionContract {
    @Test
    @Tag("P-4-01")
    @Tag("S-5-01")
    @Tag("S-5-04")
    @Tag("P-3.4.2.3-01")
    @Tag("P-3.5.2-01")
    default void the_configuration_says_what_the_service_can_do() {
        ScimAnswer config = scim().get("/ServiceProviderConfig").expect(200);
        assertThat(config.json().getJsonArray("schemas"))
                .containsExactly(Json.createValue("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"));
        Stream.of("patch", "bulk", "filter", "sort", "etag")
                .forEach(feature -> assertThat(config.at("/" + feature + "/supported"))
                        .as(feature)
                        .contains(JsonValue.TRUE));
        assertThat(config.json().getJsonObject("changePassword")).containsKey("supported");
        assertThat(config.json().getJsonObject("bulk").getInt("maxOperations")).isEqualTo(1_000);
        assertThat(config.json().getJsonObject("bulk").getInt("maxPayloadSize")).isEqualTo(1 << 20);
        assertThat(config.json().getJsonObject("filter").getInt("maxResults")).isGreaterThanOrEqualTo(100);
        assertThat(config.textAt("/meta/resourceType")).isEqualTo("ServiceProviderConfig");
    }

    @Test
    @Tag("C-4-01")
    @Tag("C-2.4-01")
    @Tag("S-5-04")
    default void the_configuration_says_how_results_are_paged() {
        JsonObject config = scim().get("/ServiceProviderConfig").expect(200).json();
        JsonObject pagination = config.getJsonObject("pagination");
        assertThat(pagination.getBoolean("index")).isTrue();
        assertThat(pagination.getBoolean("cursor")).isTrue();
        assertThat(pagination.getString("defaultPaginationMethod")).isEqualTo("index");
        assertThat(pagination.getInt("maxPageSize"))
                .isEqualTo(config.getJsonObject("filter").getInt("maxResults"));
        assertThat(pagination.getInt("defaultPageSize")).isBetween(1, pagination.getInt("maxPageSize"));
        assertThat(pagination.getInt("cursorTimeout")).isPositive();
    }

    @Test
    @Tag("S-5-02")
    @Tag("S-5-03")
    @Tag("A-15")
    @Tag("X-8011")
    default void the_authentication_schemes_can_be_read_without_authentication() {
        List<JsonObject> schemes = anonymous()
                .get("/ServiceProviderConfig")
                .expect(200)
                .json()
                .getJsonArray("authenticationSchemes")
                .getValuesAs(JsonObject.class);
        assertThat(schemes).extracting(scheme -> scheme.getString("type")).contains("oauthbearertoken", "httpbasic");
        assertThat(schemes).allSatisfy(scheme -> assertThat(scheme).containsKeys("type", "name", "description"));
    }

    @Test
    @Tag("P-4-02")
    @Tag("S-7-20")
    @Tag("P-3.1-02")
    default void every_schema_is_listed_and_has_an_address() {
        ScimAnswer list = scim().get("/Schemas").expect(200);
        assertThat(list.json().getJsonArray("schemas")).containsExactly(Json.createValue(Urns.LIST_RESPONSE));
        List<JsonObject> schemas = list.resources();
        assertThat(list.totalResults()).isEqualTo(schemas.size());
        assertThat(schemas)
                .extracting(schema -> schema.getString("id"))
                .contains(Urns.USER, Urns.GROUP, Urns.ENTERPRISE)
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.contains(":api:"));
        assertThat(schemas).allSatisfy(schema -> {
            String id = schema.getString("id");
            assertThat(scim().get("/Schemas/" + id).expect(200).json()).isEqualTo(schema);
            assertThat(scim().get("/Schemas/" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                            .expect(200)
                            .json())
                    .isEqualTo(schema);
            assertThat(schema.getJsonObject("meta").getString("location"))
                    .isEqualTo(scim().baseUrl() + "/Schemas/" + id);
        });
    }

    @Test
    @Tag("P-4-02")
    @Tag("S-6-01")
    @Tag("S-6-02")
    @Tag("S-6-05")
    default void every_resource_type_is_listed_and_has_an_address() {
        List<JsonObject> types = scim().get("/ResourceTypes").expect(200).resources();
        assertThat(types).extracting(type -> type.getString("name")).contains("User", "Group");
        assertThat(types).extracting(type -> type.getString("endpoint")).contains("/Users", "/Groups");
        assertThat(types).allSatisfy(type -> {
            assertThat(type.getString("id")).isEqualTo(type.getString("name"));
            assertThat(scim().get("/ResourceTypes/" + type.getString("id"))
                            .expect(200)
                            .json())
                    .isEqualTo(type);
            scim().get("/Schemas/" + type.getString("schema")).expect(200);
        });
        ScimAnswer user = scim().get("/ResourceTypes/User");
        assertThat(user.textAt("/schemaExtensions/0/schema")).isEqualTo(Urns.ENTERPRISE);
        assertThat(user.at("/schemaExtensions/0/required")).contains(JsonValue.FALSE);
    }
}
