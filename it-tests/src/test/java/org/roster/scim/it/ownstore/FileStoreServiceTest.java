package org.roster.scim.it.ownstore;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.memory.MemoryServer;
import org.roster.scim.it.protocol.HttpConformance;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;
import org.roster.scim.kit.MayAbort;

/** The service over files says what it can do, does it, and refuses the rest. */
@MayAbort(86)
class FileStoreServiceTest extends HttpConformance {

    private static MemoryServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = MemoryServer.start(Map.of(), new FileStore(folder));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected String baseUrl() {
        return server.baseUrl().toString();
    }

    @Override
    protected String token() {
        return MemoryServer.TOKEN;
    }

    @Test
    void it_claims_what_the_store_has_and_not_one_more() {
        JsonObject config = plain().get("/ServiceProviderConfig").expect(200).json();

        assertThat(List.of("patch", "bulk", "filter"))
                .allSatisfy(feature -> assertThat(config.getJsonObject(feature).get("supported"))
                        .isEqualTo(JsonValue.TRUE));
        assertThat(List.of("sort", "etag", "changePassword"))
                .allSatisfy(feature -> assertThat(config.getJsonObject(feature).get("supported"))
                        .isEqualTo(JsonValue.FALSE));
        assertThat(config.getJsonObject("pagination"))
                .containsEntry("index", JsonValue.TRUE)
                .containsEntry("cursor", JsonValue.FALSE)
                .doesNotContainKey("cursorTimeout");
    }

    @Test
    void it_publishes_users_and_nothing_else() {
        assertThat(plain().get("/ResourceTypes").expect(200).resources())
                .extracting(type -> type.getString("endpoint"))
                .containsExactly("/Users");
        assertThat(plain().get("/Schemas").expect(200).resources())
                .extracting(schema -> schema.getString("id"))
                .contains(Urns.USER, Urns.ENTERPRISE)
                .doesNotContain(Urns.GROUP);
        plain().get("/Groups").expectError(404);
        plain().post("/Groups", "{}").expectError(404);
        plain().get("/ResourceTypes/Group").expectError(404);
        plain().get("/Schemas/" + Urns.GROUP).expectError(404);
    }

    @Test
    void it_has_no_versions_and_refuses_conditions_on_them() {
        ScimAnswer user = plain().post("/Users", UserBuilder.aUser().json()).expect(201);

        assertThat(user.header("ETag")).isEmpty();
        assertThat(user.json().getJsonObject("meta")).doesNotContainKey("version");
        plain().with("If-Match", "W/\"\"").delete("/Users/" + user.id()).expectError(501);
        plain().with("If-None-Match", "W/\"\"").get("/Users/" + user.id()).expect(200);
        plain().delete("/Users/" + user.id()).expect(204);
    }

    @Test
    void it_refuses_to_sort() {
        assertThat(plain().get("/Users?sortBy=userName").expectError(501).textAt("/detail"))
                .contains("sorting", "User");
    }
}
