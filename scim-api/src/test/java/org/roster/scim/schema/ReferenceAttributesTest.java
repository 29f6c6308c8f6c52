package org.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.testing.Types;

class ReferenceAttributesTest {

    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    @Test
    @Tag("S-2.3.7-02")
    void the_reference_types_of_the_schema_say_what_may_refer() {
        assertThat(ReferenceAttributes.of(Types.USER, "User").paths()).hasToString("[" + ENTERPRISE + ":manager]");
        assertThat(ReferenceAttributes.of(Types.GROUP, "User").paths()).hasToString("[members]");
        assertThat(ReferenceAttributes.of(Types.GROUP, "Group").paths()).hasToString("[members]");
        assertThat(ReferenceAttributes.of(Types.USER, "Device").paths()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'members':[{'value':'1'},{'value':'2'}]};   {'members':[{'value':'2'}]}",
                "{'members':[{'value':'1'}],'displayName':'x'};  {'displayName':'x'}",
                "{'members':[{'value':'2'}]};                 {'members':[{'value':'2'}]}",
                "{'displayName':'1'};                         {'displayName':'1'}",
            })
    @Tag("S-4.2-06")
    void elements_that_refer_to_it_go(String before, String after) {
        ReferenceAttributes attributes = ReferenceAttributes.of(Types.GROUP, "User");
        assertThat(attributes.without(json(before), "1")).isEqualTo(json(after));
    }

    @Test
    @Tag("S-4.2-06")
    void an_attribute_of_an_extension_goes_and_the_rest_stays() {
        ReferenceAttributes attributes = ReferenceAttributes.of(Types.USER, "User");
        JsonObject before =
                json("{'userName':'1','" + ENTERPRISE + "':{'department':'Tours','manager':{'value':'1','$ref':'x'}}}");

        assertThat(attributes.without(before, "1"))
                .isEqualTo(json("{'userName':'1','" + ENTERPRISE + "':{'department':'Tours'}}"));
        assertThat(attributes.without(before, "2")).isEqualTo(before);
    }
}
