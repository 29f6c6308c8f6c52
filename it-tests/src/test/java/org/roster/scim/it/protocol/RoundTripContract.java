package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;

/**
 * What the schemas publish is what the service does (RFC 7643 §7): each attribute of a User that a client may write is
 * created, found, projected, replaced and removed.
 */
interface RoundTripContract extends Wire {
    /** Texts that must have a form of their own. */
    Map<String, String> SAMPLES = Map.of(
            "profileUrl", "https://people.example/anna",
            "preferredLanguage", "de-CH, en;q=0.8",
            "locale", "de-CH",
            "timezone", "Europe/Zurich",
            "country", "CH",
            "phoneNumbers", "tel:+41445550100",
            "ims", "anna@im.example",
            "emails", "anna@work.example",
            "photos", "https://people.example/anna.jpg");

    @Test
    @Tag("S-7-24")
    @Tag("S-5-04")
    @Tag("P-3.1-03")
    default void every_published_attribute_can_be_written_found_and_shown() {
        Map<String, JsonValue> values = new LinkedHashMap<>();
        writable(Urns.USER).forEach(attribute -> values.put(attribute.getString("name"), sample(attribute)));
        JsonObjectBuilder enterprise = Json.createObjectBuilder();
        writable(Urns.ENTERPRISE).forEach(attribute -> enterprise.add(attribute.getString("name"), sample(attribute)));
        values.put(Urns.ENTERPRISE, enterprise.build());
        UserBuilder body = aUser();
        values.forEach(body::with);
        ScimAnswer user = created(body);
        values.forEach((name, value) ->
                assertThat(common(user.json().get(name), value)).as(name).isEqualTo(value));
        assertThat(scim().put("/Users/" + user.id(), body.json()).expect(200).etag())
                .as("the same again")
                .isEqualTo(user.etag());
        paths().forEach(path -> {
            String filter = "id eq \"" + user.id() + "\" and " + path + " pr";
            assertThat(scim().get(target("/Users", "filter", filter, "attributes", path))
                            .expect(200)
                            .resources())
                    .as(path)
                    .singleElement()
                    .satisfies(found -> assertThat(found).hasSizeGreaterThan(2));
        });
    }

    @Test
    @Tag("S-7-24")
    @Tag("P-3.5-01")
    @Tag("P-3.5.2.2-02")
    default void every_published_attribute_can_be_set_and_removed_by_patch() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        Stream.concat(writable(Urns.USER).filter(each -> !each.getBoolean("required")), writable(Urns.ENTERPRISE))
                .forEach(attribute -> {
                    String name = qualified(attribute);
                    scim().patch(
                                    path,
                                    aPatch().add(name, sample(attribute).toString())
                                            .json())
                            .expect(200);
                    String filter = "id eq \"" + user.id() + "\" and " + name + " pr";
                    assertThat(scim().get(target("/Users", "filter", filter)).totalResults())
                            .as(name)
                            .isEqualTo(1);
                    ScimAnswer removal =
                            scim().patch(path, aPatch().remove(name).json());
                    if (user.json().containsKey(name) && removal.status() == 400) {
                        // The service gave it a value by itself and will not be without: then it keeps one.
                        assertThat(scim().get(target("/Users", "filter", filter))
                                        .totalResults())
                                .as(name)
                                .isEqualTo(1);
                        return;
                    }
                    removal.expect(200);
                    assertThat(scim().get(target("/Users", "filter", filter)).totalResults())
                            .as(name)
                            .isZero();
                });
    }

    /** Every attribute and sub-attribute that can be filtered on, as a path. */
    private Stream<String> paths() {
        return Stream.concat(writable(Urns.USER), writable(Urns.ENTERPRISE))
                .flatMap(attribute -> Stream.concat(
                        Stream.of(qualified(attribute)),
                        parts(attribute).map(part -> qualified(attribute) + "." + part.getString("name"))));
    }

    private String qualified(JsonObject attribute) {
        boolean core =
                attributes(Urns.USER).anyMatch(each -> each.getString("name").equals(attribute.getString("name")));
        return (core ? "" : Urns.ENTERPRISE + ":") + attribute.getString("name");
    }

    private Stream<JsonObject> attributes(String schema) {
        return scim()
                .get("/Schemas/" + schema)
                .expect(200)
                .json()
                .getJsonArray("attributes")
                .getValuesAs(JsonObject.class)
                .stream();
    }

    private Stream<JsonObject> writable(String schema) {
        return attributes(schema)
                .filter(attribute -> attribute.getString("mutability").equals("readWrite"));
    }

    private static Stream<JsonObject> parts(JsonObject attribute) {
        return attribute.containsKey("subAttributes")
                ? attribute.getJsonArray("subAttributes").getValuesAs(JsonObject.class).stream()
                        .filter(part -> part.getString("mutability").equals("readWrite"))
                        .filter(part -> !part.getString("name").equals("$ref"))
                : Stream.empty();
    }

    private JsonValue sample(JsonObject attribute) {
        String name = attribute.getString("name");
        JsonValue value = attribute.getString("type").equals("complex") ? complex(attribute) : simple(attribute, name);
        return attribute.getBoolean("multiValued")
                ? Json.createArrayBuilder(List.of(value)).build()
                : value;
    }

    private JsonObject complex(JsonObject attribute) {
        JsonObjectBuilder sample = Json.createObjectBuilder();
        boolean manager = attribute.getString("name").equals("manager");
        parts(attribute).forEach(part -> {
            String name = part.getString("name");
            sample.add(
                    name,
                    manager
                            ? Json.createValue(created(aUser()).id())
                            : simple(part, name.equals("value") ? attribute.getString("name") : name));
        });
        return sample.build();
    }

    private static JsonValue simple(JsonObject attribute, String name) {
        return switch (attribute.getString("type")) {
            case "boolean" -> JsonValue.TRUE;
            case "binary" -> Json.createValue(FormatContract.CERTIFICATE);
            case "string", "reference" ->
                Json.createValue(
                        attribute.containsKey("canonicalValues")
                                ? attribute.getJsonArray("canonicalValues").getString(0)
                                : SAMPLES.getOrDefault(name, name + "-" + UUID.randomUUID()));
            default -> throw new IllegalStateException("no sample for " + attribute);
        };
    }

    /** Of what is shown, what the sample has: the service may add to it. */
    private static JsonValue common(@Nullable JsonValue shown, JsonValue sample) {
        if (shown instanceof JsonObject object && sample instanceof JsonObject wanted) {
            JsonObjectBuilder common = Json.createObjectBuilder();
            object.forEach((name, value) ->
                    Optional.ofNullable(wanted.get(name)).ifPresent(part -> common.add(name, common(value, part))));
            return common.build();
        }
        if (shown instanceof JsonArray array && sample instanceof JsonArray wanted && array.size() == wanted.size()) {
            JsonArrayBuilder common = Json.createArrayBuilder();
            for (int i = 0; i < array.size(); i++) {
                common.add(common(array.get(i), wanted.get(i)));
            }
            return common.build();
        }
        return shown == null ? JsonValue.NULL : shown;
    }
}
