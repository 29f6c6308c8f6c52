package org.roster.scim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

/** Typed views of resources, and the way back (RFC 7643 §4). */
class ViewsTest {

    private static final Meta META = new Meta("User", Instant.EPOCH, Instant.EPOCH, "1");
    private static final String FULL = """
            {"externalId": "e", "userName": "ada", "displayName": "Ada", "nickName": "A", "profileUrl": "https://a",
             "name": {"formatted": "Ada L", "familyName": "L", "givenName": "Ada", "middleName": "B",
                      "honorificPrefix": "Ms.", "honorificSuffix": "III"},
             "title": "Countess", "userType": "t", "preferredLanguage": "en", "locale": "en-GB",
             "timezone": "Europe/London", "active": false, "password": "hash",
             "emails": [{"value": "a@x", "display": "a", "type": "work", "primary": true}, {"value": "b@x"}],
             "phoneNumbers": [{"value": "tel:1"}], "ims": [{"value": "i"}], "photos": [{"value": "https://p"}],
             "addresses": [{"formatted": "f", "streetAddress": "s", "locality": "l", "region": "r", "postalCode": "p",
                            "country": "GB", "type": "home", "primary": false, "display": "d"}],
             "groups": [{"value": "g", "$ref": "../Groups/g", "display": "G", "type": "direct"}],
             "entitlements": [{"value": "en"}], "roles": [{"value": "r"}], "x509Certificates": [{"value": "AA=="}],
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                {"employeeNumber": "7", "costCenter": "c", "organization": "o", "division": "d", "department": "x",
                 "manager": {"value": "m", "$ref": "../Users/m", "displayName": "M"}},
             "urn:example:badge": {"number": 12, "doors": ["a", "b"], "since": {"year": 2026}}}
            """;

    /** An extension of a product's own. */
    public record Badge(
            @JsonbProperty("number") int number,
            @JsonbProperty("doors") List<String> doors) {}

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    private static ScimResource resource(String attributes) {
        return new ScimResource("1", META, json(attributes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FULL,
                "{}",
                "{\"userName\": \"ada\"}",
                "{\"active\": true}",
                "{\"name\": {\"givenName\": \"\u00c4da \\\"quoted\\\"\"}}",
                "{\"urn:example:badge\": {\"number\": 1.50, \"big\": 12345678901234567890, \"on\": true}}"
            })
    void a_user_says_what_the_resource_says_and_becomes_it_again(String attributes) {
        ScimResource resource = resource(attributes);

        User user = User.of(resource);

        assertThat(user.attributes()).isEqualTo(resource.attributes());
        assertThat(user.resource(META)).isEqualTo(resource);
        assertThat(User.of(user.resource(META))).isEqualTo(user);
        assertThat(user.edit().build().attributes()).isEqualTo(resource.attributes());
    }

    @Test
    void each_attribute_has_its_accessor() {
        User user = User.of(resource(FULL));

        assertThat(user.id()).contains("1");
        assertThat(user.userName()).contains("ada");
        assertThat(user.active()).contains(false);
        assertThat(user.name().flatMap(Name::familyName)).contains("L");
        assertThat(user.emails()).hasSize(2);
        assertThat(user.emails().get(0).primary()).contains(true);
        assertThat(user.emails().get(1).primary()).isEmpty();
        assertThat(user.addresses().get(0).postalCode()).contains("p");
        assertThat(user.groups().get(0).ref()).contains("../Groups/g");
    }

    @Test
    void what_is_unassigned_is_empty_and_never_null() throws ReflectiveOperationException {
        User user = User.of(resource("{}"));

        for (RecordComponent component : User.class.getRecordComponents()) {
            Object value = component.getAccessor().invoke(user);
            assertThat(value).as(component.getName()).isIn(Optional.empty(), List.of(), Map.of(), Optional.of("1"));
        }
    }

    @Test
    void extensions_are_kept_whether_they_are_known_or_not() {
        User user = User.of(resource(FULL));

        assertThat(user.extension(EnterpriseUser.SCHEMA, EnterpriseUser.class)
                        .flatMap(EnterpriseUser::manager)
                        .flatMap(ManagerReference::displayName))
                .contains("M");
        assertThat(user.extension("urn:example:badge", Badge.class)).contains(new Badge(12, List.of("a", "b")));
        assertThat(user.extensions()
                        .get("urn:example:badge")
                        .getJsonObject("since")
                        .getInt("year"))
                .isEqualTo(2026);
        assertThat(user.extension("urn:example:other", Badge.class)).isEmpty();
    }

    @Test
    void a_user_is_built_and_edited() {
        User ada = User.named("ada")
                .active(true)
                .emails(List.of(MultiValue.of("ada@example.com", "work").asPrimary()))
                .extension("urn:example:badge", new Badge(7, List.of()))
                .build();
        assertThat(ada.attributes()).isEqualTo(json("""
                                {"userName": "ada", "active": true,
                                 "emails": [{"value": "ada@example.com", "type": "work", "primary": true}],
                                 "urn:example:badge": {"number": 7, "doors": []}}
                                """));

        User eve = ada.edit().userName("eve").emails(List.of()).build();
        assertThat(eve.attributes().keySet()).containsExactlyInAnyOrder("userName", "active", "urn:example:badge");
        assertThat(ada.userName()).contains("ada");
    }

    @Test
    void a_group_says_what_the_resource_says_and_becomes_it_again() {
        ScimResource resource = resource("""
                {"displayName": "staff", "externalId": "e",
                 "members": [{"value": "1", "$ref": "../Users/1", "display": "Ada", "type": "User"}],
                 "urn:example:badge": {"number": 12}}
                """);

        Group group = Group.of(resource);

        assertThat(group.displayName()).contains("staff");
        assertThat(group.members()).extracting(Reference::value).containsExactly(Optional.of("1"));
        assertThat(group.resource(META)).isEqualTo(resource);
        assertThat(Group.named("staff", List.of(Reference.to("1"))).attributes())
                .isEqualTo(json("{\"displayName\": \"staff\", \"members\": [{\"value\": \"1\"}]}"));
    }

    @Test
    void what_does_not_fit_is_said_without_its_values() {
        assertThatThrownBy(() -> User.of(resource("{\"emails\": \"ada@example.com\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this is no User");
    }

    @Test
    void a_secret_is_not_in_the_text_of_a_user() {
        assertThat(User.of(resource(FULL)).toString()).isEqualTo("User 1");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                User.class,
                Group.class,
                EnterpriseUser.class,
                Name.class,
                MultiValue.class,
                Address.class,
                Reference.class,
                ManagerReference.class
            })
    void the_name_on_the_wire_is_written_down_and_follows_from_no_name_in_java(Class<?> view) {
        assertThat(Arrays.stream(view.getRecordComponents()))
                .allMatch(component -> component.getAccessor().isAnnotationPresent(JsonbProperty.class));
    }
}
