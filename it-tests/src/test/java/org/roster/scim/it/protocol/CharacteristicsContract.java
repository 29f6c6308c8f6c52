package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.protocol.CustomSchemaContract.WORKPLACE;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.UserBuilder;

/** What a schema says of an attribute, and what holds where it says nothing (RFC 7643 §§2, 6, 7). */
interface CharacteristicsContract extends Wire {
    String ROOM = "urn:example:params:scim:schemas:core:2.0:Room";
    String SAFETY = "urn:example:params:scim:schemas:extension:safety:2.0:Room";

    @Test
    @Tag("S-2.2-01")
    default void what_a_schema_does_not_say_has_its_default() {
        JsonObject seats = scim().get("/Schemas/" + SAFETY).expect(200).json().getJsonArray("attributes").stream()
                .map(attribute -> attribute.asJsonObject())
                .filter(attribute -> attribute.getString("name").equals("seats"))
                .findFirst()
                .orElseThrow();

        assertThat(seats.getString("type")).isEqualTo("string");
        assertThat(seats.getBoolean("multiValued")).isFalse();
        assertThat(seats.getBoolean("required")).isFalse();
        assertThat(seats.getBoolean("caseExact")).isFalse();
        assertThat(seats.getString("mutability")).isEqualTo("readWrite");
        assertThat(seats.getString("returned")).isEqualTo("default");
        assertThat(seats.getString("uniqueness")).isEqualTo("none");
        assertThat(seats).doesNotContainKey("canonicalValues");
    }

    @Test
    @Tag("S-2.3.4-01")
    default void an_integer_has_no_fraction_and_a_decimal_keeps_its_digits() {
        for (String number : List.of("1.5", "1.0", "1e2")) {
            scim().post("/Users", inWorkplace("{\"floor\": " + number + "}").json())
                    .expectError(400, "invalidValue");
        }
        String digits = "0.72000000000000000000000000000000000000001";
        ScimAnswer created = created(inWorkplace("{\"floor\": 9007199254740993, \"deskHeight\": " + digits + "}"));
        JsonObject workplace = workplace(created.id());
        assertThat(workplace.getJsonNumber("deskHeight").bigDecimalValue())
                .isEqualByComparingTo(new BigDecimal(digits));
        assertThat(workplace.getJsonNumber("floor").longValueExact()).isEqualTo(9_007_199_254_740_993L);
        assertThat(found("id eq \"" + created.id() + "\" and " + WORKPLACE + ":floor eq 9007199254740992"))
                .isEmpty();
    }

    @Test
    @Tag("S-2.4-01")
    default void lists_of_texts_and_lists_of_objects_work_everywhere() {
        ScimAnswer created = created(inWorkplace("""
                {"languages": ["de", "fr"], "lockers": [{"value": "1", "type": "small"}, {"value": "2"}]}"""));
        String path = "/Users/" + created.id();
        JsonObject patched = scim().patch(
                        path,
                        aPatch().add(WORKPLACE + ":languages", "[\"it\"]")
                                .add(WORKPLACE + ":lockers", "[{\"value\": \"3\"}]")
                                .remove(WORKPLACE + ":lockers[value eq \"2\"]")
                                .json())
                .expect(200)
                .json()
                .getJsonObject(WORKPLACE);
        assertThat(patched.getJsonArray("languages")).hasSize(3);
        assertThat(patched.getJsonArray("lockers")).hasSize(2);
        String self = "id eq \"" + created.id() + "\" and " + WORKPLACE;
        assertThat(found(self + ":languages eq \"it\"")).containsExactly(created.id());
        assertThat(found(self + ":lockers[value eq \"3\"]")).containsExactly(created.id());
        assertThat(found(self + ":lockers.value eq \"2\"")).isEmpty();
        assertThat(scim().get(path + "?attributes=" + WORKPLACE + ":languages")
                        .expect(200)
                        .json()
                        .getJsonObject(WORKPLACE))
                .containsKey("languages")
                .doesNotContainKey("lockers");
        UserBuilder other = inWorkplace("{\"languages\": [\"en\"], \"lockers\": [{\"value\": \"9\"}]}");
        JsonObject replaced = scim().put(path, other.json()).expect(200).json().getJsonObject(WORKPLACE);
        assertThat(replaced.getJsonArray("languages")).hasSize(1);
        assertThat(replaced.getJsonArray("lockers").getJsonObject(0).getString("value"))
                .isEqualTo("9");
    }

    @Test
    @Tag("S-6-03")
    default void a_required_extension_is_on_every_resource_with_what_it_requires() {
        String label = UUID.randomUUID().toString();
        scim().post("/Rooms", room(label, "")).expectError(400, "invalidValue");
        scim().post("/Rooms", room(label, ", \"" + SAFETY + "\": {\"seats\": \"4\"}"))
                .expectError(400, "invalidValue");
        String whole = room(label, ", \"" + SAFETY + "\": {\"exit\": \"north\"}");
        ScimAnswer created = scim().post("/Rooms", whole).expect(201);
        scim().post("/Rooms", whole).expectError(409, "uniqueness");
        scim().put("/Rooms/" + created.id(), room(label, "")).expectError(400, "invalidValue");
        scim().patch("/Rooms/" + created.id(), aPatch().remove(SAFETY + ":exit").json())
                .expectError(400);
        assertThat(scim().get("/Rooms/" + created.id())
                        .expect(200)
                        .json()
                        .getJsonObject(SAFETY)
                        .getString("exit"))
                .isEqualTo("north");
        scim().delete("/Rooms/" + created.id()).expect(204);
    }

    private static String room(String label, String more) {
        return "{\"schemas\": [\"" + ROOM + "\"], \"label\": \"" + label + "\"" + more + "}";
    }

    private static UserBuilder inWorkplace(String workplace) {
        return aUser().with(
                        WORKPLACE,
                        Json.createReader(new StringReader(workplace)).readObject());
    }

    private JsonObject workplace(String id) {
        return user(id).json().getJsonObject(WORKPLACE);
    }

    private List<String> found(String filter) {
        return scim().get(target("/Users", "filter", filter)).expect(200).resources().stream()
                .map(user -> user.getString("id"))
                .toList();
    }
}
