package org.roster.scim.engine.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Schema;

class ChangeTextTest {

    private static final Attribute KEYS = Attribute.named("keys")
            .type(AttributeType.COMPLEX)
            .multiValued(true)
            .subAttributes(List.of(
                    Attribute.named("name").build(),
                    Attribute.named("pin").returned(Returned.NEVER).build(),
                    Attribute.named("code").mutability(Mutability.WRITE_ONLY).build()))
            .build();

    private static final ResourceType LOCK = ResourceType.of(
                    "Lock", "/Locks", new Schema("urn:x:Lock", "Lock", "", List.of(KEYS)))
            .build();

    private static JsonObject change(String before, String after) {
        JsonObject change =
                new ChangeText(LOCK, document(before), document(after)).json().build();
        assertThat(change.toString()).doesNotContain("secret");
        return change;
    }

    private static JsonObject document(String text) {
        return JsonText.object(text);
    }

    @Test
    void secret_parts_of_an_element_are_left_out_and_named() {
        assertThat(change(
                        "{'keys': [{'name': 'a', 'pin': 'secret1', 'code': 'secret2'}]}",
                        "{'keys': [{'name': 'b', 'pin': 'secret1', 'code': 'secret3'}]}"))
                .isEqualTo(document("{'attributes': {'keys': {'old': [{'name': 'a'}], 'new': [{'name': 'b'}]}}, "
                        + "'masked': ['keys.code']}"));
    }

    @Test
    void what_no_schema_defines_any_more_is_named_only() {
        assertThat(change("{'former': 'secret1', 'urn:x:former': {'pin': 'secret2'}}", "{}"))
                .isEqualTo(document("{'masked': ['former', 'urn:x:former']}"));
    }

    @Test
    void if_nothing_differs_there_is_nothing_to_say() {
        assertThat(change("{'keys': [{'pin': 'secret1'}]}", "{'keys': [{'pin': 'secret1'}]}"))
                .isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }
}
