package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;

/** Texts that have a form of their own (RFC 7643 §4.1) are kept in one way of writing. */
interface FormatContract extends Wire {
    /** Of Anna, who signed it herself. */
    String CERTIFICATE =
            "MIIBOTCB4aADAgECAggHir94gGkj3TAKBggqhkjOPQQDAjARMQ8wDQYDVQQDEwZBbm5hIEswIBcNMjYxMTI0MDMyODE1WhgPMjEy"
                    + "NjEwMzEwMzI4MTVaMBExDzANBgNVBAMTBkFubmEgSzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABH5gZZ3HPAhxtL0/9DocPvdV"
                    + "1dZz6NjXaq92pEaBHueXorNMcrSWqnuUj5wY9ve9yfXVXgpbjQJVP93kAi8JIL6jITAfMB0GA1UdDgQWBBSLbF5JJK0ocqgqeaIF"
                    + "FdN8RiT1nDAKBggqhkjOPQQDAgNHADBEAiB0xXw9wvqpJ0sgmI07FVdMDTT0gRnvzrIkm23/DiuiNwIgE+d/74NmbRNrZBdh9gGz"
                    + "9COEJ7dPmBR75a7Boa1/MyA=";

    @Test
    @Tag("S-4.1.1-05")
    @Tag("S-4.1.1-06")
    @Tag("S-4.1.1-07")
    default void languages_and_time_zones_are_those_of_the_registries() {
        ScimAnswer user = created(aUser().with("preferredLanguage", "de-CH, en;q=0.8")
                .with("locale", "en_US")
                .with("timezone", "europe/zurich"));
        assertThat(user.textAt("/preferredLanguage")).isEqualTo("de-CH, en;q=0.8");
        assertThat(user.textAt("/locale")).isEqualTo("en-US");
        assertThat(user.textAt("/timezone")).isEqualTo("Europe/Zurich");
        kept("preferredLanguage", "de;q=2");
        kept("locale", "Swiss German");
        kept("timezone", "Pacific Standard Time");
    }

    @Test
    @Tag("S-4.1.1-04")
    default void a_profile_is_at_a_url() {
        ScimAnswer user = created(aUser().with("profileUrl", "HTTPS://People.Example/Anna/../Anna"));
        assertThat(user.textAt("/profileUrl")).isEqualTo("https://people.example/Anna");
        kept("profileUrl", "people.example/anna");
    }

    @Test
    @Tag("S-4.1.2-04")
    default void a_country_is_its_code_however_it_was_written() {
        Stream.of("CH", "ch", "CHE", "Switzerland").forEach(written -> {
            ScimAnswer user = created(aUser().with("addresses", elements(Map.of("type", "work", "country", written))));
            assertThat(user.textAt("/addresses/0/country")).isEqualTo("CH");
            String filter = "id eq \"" + user.id() + "\" and addresses.country eq \"" + written + "\"";
            assertThat(scim().get(target("/Users", "filter", filter)).totalResults())
                    .as(filter)
                    .isEqualTo(1);
        });
        ScimAnswer user = created(aUser().with("addresses", elements(Map.of("country", "Atlantis"))));
        assertThat(user.textAt("/addresses/0/country")).isEqualTo("Atlantis");
    }

    @Test
    @Tag("S-4.1.2-09")
    default void a_certificate_is_one_certificate() {
        byte[] one = Base64.getDecoder().decode(CERTIFICATE);
        byte[] two = new byte[2 * one.length];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        ScimAnswer user = created(aUser().with("x509Certificates", elements(Map.of("value", CERTIFICATE))));
        assertThat(user.textAt("/x509Certificates/0/value")).isEqualTo(CERTIFICATE);
        Stream.of(Base64.getEncoder().encodeToString(two), "AAECAw==")
                .forEach(value -> refused(
                        "x509Certificates", elements(Map.of("value", value)).toString()));
    }

    @Test
    @Tag("S-4.1.2-01")
    @Tag("S-4.1.2-02")
    @Tag("S-4.1.2-03")
    @Tag("S-2.4-06")
    default void addresses_are_written_in_one_way_and_unusual_ones_kept() {
        ScimAnswer user = created(aUser().with(
                        "phoneNumbers",
                        elements(Map.of("value", "TEL:+1-201-555-0123"), Map.of("value", "44 555 01 00")))
                .with("ims", elements(Map.of("value", "Anna Keller@IM.example")))
                .withEmail("work", "Anna.Keller@WORK.Example"));
        assertThat(user.textAt("/phoneNumbers/0/value")).isEqualTo("tel:+12015550123");
        assertThat(user.textAt("/phoneNumbers/1/value")).isEqualTo("44 555 01 00");
        assertThat(user.textAt("/ims/0/value")).isEqualTo("annakeller@im.example");
        assertThat(user.textAt("/emails/0/value")).isEqualTo("Anna.Keller@work.example");
        Stream.of(
                        "phoneNumbers[value eq \"tel:+1 (201) 555-0123\"]",
                        "ims.value eq \"Anna Keller@im.EXAMPLE\"",
                        "emails.value eq \"anna.keller@work.example\"")
                .map(filter -> "id eq \"" + user.id() + "\" and " + filter)
                .forEach(filter -> assertThat(
                                scim().get(target("/Users", "filter", filter)).totalResults())
                        .as(filter)
                        .isEqualTo(1));
    }

    /** As it came, since nobody should be without an account for it; the strict profile refuses. */
    private void kept(String attribute, String value) {
        assertThat(created(aUser().with(attribute, value)).textAt("/" + attribute))
                .isEqualTo(value);
    }

    /** Neither in a create nor in a PATCH; the value is a text, or JSON where it is an array. */
    private void refused(String attribute, String value) {
        String json = value.startsWith("[") ? value : Json.createValue(value).toString();
        ScimAnswer user = created(aUser());
        String patch = aPatch().replace(attribute, json).json();
        String detail = scim().patch("/Users/" + user.id(), patch)
                .expectError(400, "invalidValue")
                .textAt("/detail");
        assertThat(detail).contains(attribute);
        String body = aUser().json();
        scim().post("/Users", body.substring(0, body.length() - 1) + ",\"" + attribute + "\":" + json + "}")
                .expectError(400, "invalidValue");
    }

    @SafeVarargs
    private static JsonArray elements(Map<String, String>... elements) {
        var array = Json.createArrayBuilder();
        for (Map<String, String> element : elements) {
            array.add(Json.createObjectBuilder(Map.<String, Object>copyOf(element)));
        }
        return array.build();
    }
}
