package org.roster.scim.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.JsonText.array;
import static org.roster.scim.fixture.JsonText.object;
import static org.roster.scim.fixture.TestSchemas.BADGE;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.GROUP;
import static org.roster.scim.fixture.TestSchemas.REGISTRY;
import static org.roster.scim.fixture.TestSchemas.THING_SCHEMA;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.USER_SCHEMA;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.engine.schema.ProjectionBinder;
import org.roster.scim.fixture.Body;
import org.roster.scim.query.Projection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.LongResource;

/** A stored resource becomes an answer (RFC 7643 §7, RFC 7644 §3.9). */
class ResourceRendererTest {

    private static final String BASE = "https://scim.example.org/v2";
    private static final Body FULL_USER = aUser().with("externalId", "ext")
            .with("password", "secret")
            .withName("Barbara", "Jensen")
            .withPrimaryEmail("work", "b@x.org")
            .with(ENTERPRISE, object("{'department': 'D', 'manager': {'value': '26'}}"));
    private static final Body FULL_THING = aThing("t")
            .with("hint", "h")
            .with("secret", "s")
            .with("note", "n")
            .with("box", object("{'kind': 'k', 'seal': 's', 'trace': 't', 'width': 1}"))
            .with(BADGE, object("{'number': '1', 'color': 'red'}"));

    private static JsonObject render(Body body, Projection projection) {
        return render(body.type(), body.attributes(), projection);
    }

    private static JsonObject render(ResourceType type, JsonObject attributes, Projection projection) {
        Meta meta = new Meta(
                type.name(), Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2020-01-02T00:00:00.5Z"), "7");
        byte[] rendered = new ResourceRenderer(REGISTRY, BASE, new Shapes())
                .render(new ScimResource("1", meta, attributes), type, projection);
        return object(new String(rendered, StandardCharsets.UTF_8));
    }

    private static JsonObject only(Body body, String... attributes) {
        return render(body, ProjectionBinder.bind(body.type(), List.of(attributes), List.of()));
    }

    private static JsonObject without(Body body, String... attributes) {
        return render(body, ProjectionBinder.bind(body.type(), List.of(), List.of(attributes)));
    }

    @Test
    @Tag("S-3.1-01")
    void a_whole_resource() {
        assertThat(render(FULL_USER, Projection.DEFAULT))
                .isEqualTo(object("""
                                {'schemas': ['%1$s', '%2$s'], 'id': '1', 'externalId': 'ext', 'userName': 'bjensen',
                                 'name': {'givenName': 'Barbara', 'familyName': 'Jensen'},
                                 'emails': [{'value': 'b@x.org', 'type': 'work', 'primary': true}],
                                 '%2$s': {'department': 'D',
                                   'manager': {'value': '26', '$ref': 'https://scim.example.org/v2/Users/26'}},
                                 'meta': {'resourceType': 'User', 'created': '2020-01-01T00:00:00.000Z',
                                   'lastModified': '2020-01-02T00:00:00.500Z',
                                   'location': 'https://scim.example.org/v2/Users/1', 'version': 'W/\\"7\\"'}}""".replace("%1$s", USER_SCHEMA).replace("%2$s", ENTERPRISE)));
    }

    @Test
    @Tag("S-3-03")
    void schemas_list_what_is_shown() {
        assertThat(render(aUser(), Projection.DEFAULT).getJsonArray("schemas"))
                .isEqualTo(array("['" + USER_SCHEMA + "']"));
        assertThat(without(FULL_USER, ENTERPRISE).getJsonArray("schemas")).isEqualTo(array("['" + USER_SCHEMA + "']"));
        assertThat(only(FULL_USER, ENTERPRISE).getJsonArray("schemas"))
                .isEqualTo(array("['" + USER_SCHEMA + "', '" + ENTERPRISE + "']"));
    }

    @Test
    @Tag("S-4.2-03")
    void members_are_shown_with_their_address() {
        JsonObject group = object(
                "{'displayName': 'g', 'members': [{'value': '1', 'type': 'User', 'display': 'b'}, {'value': '2', 'type': 'Group'}, {'value': '3'}]}");
        assertThat(render(GROUP, group, Projection.DEFAULT).getJsonArray("members"))
                .isEqualTo(array("""
                                [{'value': '1', '$ref': 'https://scim.example.org/v2/Users/1', 'type': 'User', 'display': 'b'},
                                 {'value': '2', '$ref': 'https://scim.example.org/v2/Groups/2', 'type': 'Group'},
                                 {'value': '3'}]"""));
    }

    @Test
    void groups_of_a_user_are_shown_with_their_address() {
        JsonObject user = object("{'userName': 'b', 'groups': [{'value': '2', 'type': 'direct'}]}");
        assertThat(render(USER, user, Projection.DEFAULT).getJsonArray("groups"))
                .isEqualTo(array("[{'value': '2', '$ref': 'https://scim.example.org/v2/Groups/2', 'type': 'direct'}]"));
    }

    @Nested
    class Returned {

        @Test
        @Tag("S-7-05")
        @Tag("S-7-06")
        void never_is_in_no_answer() {
            for (JsonObject answer : List.of(
                    render(FULL_USER, Projection.DEFAULT),
                    only(FULL_USER, "password"),
                    only(FULL_USER, USER_SCHEMA),
                    without(FULL_USER, "title"),
                    render(FULL_THING, Projection.DEFAULT),
                    only(FULL_THING, "secret"))) {
                assertThat(answer).doesNotContainKeys("password", "secret");
                assertThat(answer.toString()).doesNotContain("secret");
            }
        }

        @Test
        @Tag("P-3.9-02")
        void always_is_in_every_answer() {
            for (JsonObject answer : List.of(
                    only(FULL_THING, "note"),
                    without(FULL_THING, "label", "id", "schemas", "box.seal"),
                    render(FULL_THING, Projection.MINIMAL),
                    render(FULL_THING, Projection.DEFAULT))) {
                assertThat(answer).containsKeys("schemas", "id", "label");
                assertThat(answer.getJsonObject("box").getString("seal")).isEqualTo("s");
            }
            assertThat(render(FULL_THING, Projection.MINIMAL))
                    .isEqualTo(object(
                            "{'schemas': ['" + THING_SCHEMA + "'], 'id': '1', 'label': 't', 'box': {'seal': 's'}}"));
        }

        @Test
        @Tag("S-7-07")
        void request_is_shown_when_it_is_named() {
            assertThat(render(FULL_THING, Projection.DEFAULT)).doesNotContainKey("hint");
            assertThat(without(FULL_THING, "note")).doesNotContainKey("hint");
            assertThat(only(FULL_THING, "hint")).containsKey("hint");
            assertThat(only(FULL_THING, "box").getJsonObject("box"))
                    .doesNotContainKey("trace")
                    .containsKey("width");
            assertThat(only(FULL_THING, "box.trace").getJsonObject("box"))
                    .isEqualTo(object("{'seal': 's', 'trace': 't'}"));
        }
    }

    @Nested
    class Attributes {

        @ParameterizedTest
        @ValueSource(strings = {"name.familyName", "NAME.FAMILYNAME", USER_SCHEMA + ":name.familyName"})
        @Tag("P-3.9-01")
        void a_sub_attribute_alone(String path) {
            assertThat(only(FULL_USER, path))
                    .isEqualTo(object(
                            "{'schemas': ['" + USER_SCHEMA + "'], 'id': '1', 'name': {'familyName': 'Jensen'}}"));
        }

        @Test
        void a_sub_attribute_of_several_values() {
            assertThat(only(FULL_USER, "emails.value").getJsonArray("emails"))
                    .isEqualTo(array("[{'value': 'b@x.org'}]"));
            assertThat(without(FULL_USER, "emails.value", "emails.type").getJsonArray("emails"))
                    .isEqualTo(array("[{'primary': true}]"));
        }

        @Test
        void an_attribute_and_its_sub_attribute_are_the_attribute() {
            assertThat(only(FULL_USER, "name", "name.familyName").getJsonObject("name"))
                    .hasSize(2);
        }

        @Test
        @Tag("P-3.9-01")
        void attributes_of_an_extension() {
            assertThat(only(FULL_USER, ENTERPRISE + ":department").getJsonObject(ENTERPRISE))
                    .isEqualTo(object("{'department': 'D'}"));
            assertThat(only(FULL_USER, ENTERPRISE + ":manager.value").getJsonObject(ENTERPRISE))
                    .isEqualTo(object("{'manager': {'value': '26'}}"));
            assertThat(without(FULL_USER, ENTERPRISE + ":manager").getJsonObject(ENTERPRISE))
                    .isEqualTo(object("{'department': 'D'}"));
            assertThat(only(FULL_USER, ENTERPRISE).getJsonObject(ENTERPRISE)).hasSize(2);
        }

        @Test
        void parts_of_meta() {
            assertThat(only(FULL_USER, "meta.location").getJsonObject("meta"))
                    .isEqualTo(object("{'location': 'https://scim.example.org/v2/Users/1'}"));
            assertThat(without(FULL_USER, "meta")).doesNotContainKey("meta");
            assertThat(only(FULL_USER, "userName"))
                    .doesNotContainKeys("meta", "externalId")
                    .hasSize(3);
        }

        @Test
        void what_has_no_value_is_not_shown() {
            assertThat(only(FULL_USER, "title", "phoneNumbers", "name.middleName"))
                    .hasSize(2);
        }
    }

    @Test
    void what_comes_in_pieces_is_the_same_as_the_whole() throws IOException {
        Meta meta = new Meta("Group", Instant.EPOCH, Instant.EPOCH, "7");
        Function<String, ScimResource> text = json -> ScimResource.ofText("1", meta, json.replace('\'', '"'));
        String a = "{'value':'a','display':'[A]','type':'User'}";
        String b = "{'value':'b','type':'Group'}";
        String c = "{'value':'c','type':'User'}";
        ScimResource whole = text.apply("{'displayName':'g','members':[" + a + "," + b + "," + c + "," + a + "]}");
        LongResource pieces = new LongResource(
                text.apply("{'displayName':'g','members':[" + a + "]}"),
                List.of(text.apply("{'members':[" + b + "," + c + "]}"), text.apply("{'members':[" + a + "]}"))
                        .iterator());
        ResourceRenderer renderer = new ResourceRenderer(REGISTRY, BASE, new Shapes());

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(pieces, GROUP, Projection.DEFAULT, out);

        assertThat(out)
                .hasToString(new String(renderer.render(whole, GROUP, Projection.DEFAULT), StandardCharsets.UTF_8));
    }
}
