package org.roster.scim.engine.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

/** The version in the result of an operation is optional (RFC 7644 §3.7). */
class BulkResultTest {

    private static JsonObject message(String version) {
        Meta meta = new Meta("User", Instant.EPOCH, Instant.EPOCH, version);
        ScimResource user = new ScimResource("1", meta, JsonValue.EMPTY_JSON_OBJECT);
        Label label = new Label(0, Optional.of("PUT"), Optional.empty());
        return BulkResult.done(label, 200, "https://scim.example/Users/1", user).message();
    }

    @Test
    void a_resource_without_a_version_has_none_in_its_result() {
        assertThat(message("")).doesNotContainKey("version");
        assertThat(message("7").getString("version")).isEqualTo("W/\"7\"");
    }
}
