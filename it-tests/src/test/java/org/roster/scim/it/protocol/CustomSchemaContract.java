package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.UserBuilder;

/**
 * What documents define works like what the RFC defines: an extension of User and the resource type Device from the folder
 * that {@code roster.schemas} names, and the resource type Room from inside the WAR (RFC 7643 §§3.2, 3.3).
 */
interface CustomSchemaContract extends Wire {
    String WORKPLACE = "urn:example:params:scim:schemas:extension:workplace:2.0:User";
    String DEVICE = "urn:example:params:scim:schemas:core:2.0:Device";

    @Test
    @Tag("S-3.2-01")
    @Tag("S-7-20")
    default void discovery_shows_what_the_documents_define() {
        JsonObject user = scim().get("/ResourceTypes/User").expect(200).json();
        assertThat(user.getJsonArray("schemaExtensions").getValuesAs(JsonObject.class))
                .extracting(extension -> extension.getString("schema"))
                .contains(WORKPLACE);
        ScimAnswer device = scim().get("/ResourceTypes/Device").expect(200);
        assertThat(device.textAt("/endpoint")).isEqualTo("/Devices");
        assertThat(device.json()).doesNotContainKey("roster");
        assertThat(scim().get("/Schemas/" + WORKPLACE).expect(200).textAt("/name"))
                .isEqualTo("Workplace");
        assertThat(scim().get("/Schemas/" + DEVICE).expect(200).textAt("/name")).isEqualTo("Device");
        assertThat(scim().get("/ResourceTypes/Room").expect(200).textAt("/schema"))
                .isEqualTo(CharacteristicsContract.ROOM);
    }

    @Test
    @Tag("S-7-06")
    @Tag("S-7-07")
    @Tag("S-7-05")
    default void an_extension_is_answered_as_its_characteristics_say() {
        ScimAnswer created = created(inWorkplace("""
                {"desk": "D-7", "remote": false, "floor": -1, "deskHeight": 0.720, "since": "2026-01-01T08:00:00+01:00",
                 "floorPlan": "https://x.example/1.png", "doorImage": "QUJD", "region": "EMEA", "note": "n",
                 "doorCode": "1234", "evacuationGroup": "red", "languages": ["de", "fr"],
                 "building": {"name": "North", "number": 3},
                 "lockers": [{"value": "1", "type": "small", "primary": true, "depth": 30}]}"""));
        JsonObject read = user(created.id()).json();
        JsonObject workplace = read.getJsonObject(WORKPLACE);
        assertThat(read.getJsonArray("schemas")).contains(Json.createValue(WORKPLACE));
        assertThat(workplace.keySet())
                .containsExactlyInAnyOrder(
                        "desk",
                        "remote",
                        "floor",
                        "deskHeight",
                        "since",
                        "floorPlan",
                        "region",
                        "languages",
                        "building",
                        "lockers");
        assertThat(workplace.getJsonNumber("deskHeight").bigDecimalValue()).isEqualByComparingTo("0.72");
        assertThat(workplaceOf(created, "attributes=userName").keySet()).containsExactly("region");
        assertThat(workplaceOf(created, "attributes=" + WORKPLACE + ":note," + WORKPLACE + ":doorCode")
                        .keySet())
                .containsExactlyInAnyOrder("region", "note");
        assertThat(workplaceOf(created, "attributes=" + WORKPLACE + ":building.name")
                        .getJsonObject("building")
                        .keySet())
                .containsExactly("name");
        assertThat(workplaceOf(created, "excludedAttributes=" + WORKPLACE + ":lockers," + WORKPLACE + ":region")
                        .keySet())
                .contains("region", "desk")
                .doesNotContain("lockers");
    }

    @Test
    @Tag("S-7-07")
    @Tag("P-3.4.2.5-01")
    default void what_is_returned_on_request_is_in_the_answer_to_a_change_that_has_it() {
        String sent = "{\"desk\": \"D-7\", \"note\": \"n\", \"doorImage\": \"QUJD\"}";
        ScimAnswer post = created(inWorkplace(sent));
        assertThat(post.json().getJsonObject(WORKPLACE)).containsKeys("desk", "note", "doorImage");
        assertThat(user(post.id()).json().getJsonObject(WORKPLACE)).doesNotContainKeys("note", "doorImage");
        String path = "/Users/" + post.id();
        ScimAnswer patch = scim().patch(
                        path, aPatch().replace(WORKPLACE + ":note", "\"other\"").json())
                .expect(200);
        assertThat(patch.json().getJsonObject(WORKPLACE))
                .containsEntry("note", Json.createValue("other"))
                .doesNotContainKey("doorImage");
        String note = WORKPLACE + ":note";
        assertThat(scim().patch(
                                path + "?excludedAttributes=" + note,
                                aPatch().replace(note, "\"x\"").json())
                        .expect(200)
                        .json()
                        .getJsonObject(WORKPLACE))
                .containsKey("desk")
                .doesNotContainKey("note");
        assertThat(scim().put(path, inWorkplace(sent).json()).expect(200).json().getJsonObject(WORKPLACE))
                .containsKeys("desk", "note", "doorImage");
        ScimAnswer list = scim().get(target("/Users", "filter", "id eq \"" + post.id() + "\""))
                .expect(200);
        assertThat(list.resources().get(0).getJsonObject(WORKPLACE)).doesNotContainKeys("note", "doorImage");
    }

    @Test
    @Tag("P-3.4.2.2-02")
    @Tag("P-3.4.2.3-01")
    default void an_extension_is_filtered_and_sorted_by() {
        String marker = UUID.randomUUID().toString();
        created(inWorkplace("{\"desk\": \"%s-a\", \"floor\": 10, \"lockers\": [{\"value\": \"1\", \"depth\": 3}]}"
                .replace("%s", marker)));
        created(inWorkplace("{\"desk\": \"%s-b\", \"floor\": 9, \"lockers\": [{\"value\": \"2\", \"depth\": 5}]}"
                .replace("%s", marker)));
        String mine = WORKPLACE + ":desk sw \"" + marker.toUpperCase(Locale.ROOT) + "\"";
        assertThat(desks(mine, WORKPLACE + ":floor")).containsExactly(marker + "-b", marker + "-a");
        assertThat(desks(mine + " and " + WORKPLACE + ":floor gt 9", "id")).containsExactly(marker + "-a");
        assertThat(desks(mine + " and " + WORKPLACE + ":lockers[value eq \"2\" and depth ge 5]", "id"))
                .containsExactly(marker + "-b");
    }

    @Test
    @Tag("P-3.5.2-01")
    @Tag("S-7-04")
    default void an_extension_is_patched_and_guarded() {
        ScimAnswer user = created(inWorkplace("{\"contractNumber\": \"C1\", \"floor\": 1}"));
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().add(WORKPLACE + ":building", "{\"name\": \"North\"}")
                                .replace(WORKPLACE + ":building.number", "4")
                                .add(WORKPLACE + ":lockers", "[{\"value\": \"1\", \"type\": \"small\"}]")
                                .replace(WORKPLACE + ":lockers[type eq \"small\"].depth", "20")
                                .remove(WORKPLACE + ":floor")
                                .json())
                .expect(200);
        JsonObject workplace = user(user.id()).json().getJsonObject(WORKPLACE);
        assertThat(workplace).doesNotContainKey("floor");
        assertThat(workplace.getJsonObject("building").getInt("number")).isEqualTo(4);
        assertThat(workplace.getJsonArray("lockers").getJsonObject(0).getInt("depth"))
                .isEqualTo(20);
        refused(user, "contractNumber", "\"C2\"", "mutability");
        refused(user, "evacuationGroup", "\"red\"", "mutability");
        refused(user, "floor", "\"one\"", "invalidValue");
        refused(user, "deskHigh", "1", "invalidPath");
    }

    @Test
    @Tag("S-7-09")
    default void an_extension_keeps_its_values_unique() {
        String plate = UUID.randomUUID().toString();
        created(inWorkplace("{\"licensePlate\": \"%s\", \"badgeNumber\": \"%s\"}".replace("%s", plate)));
        scim().post(
                        "/Users",
                        inWorkplace("{\"licensePlate\": \"%s\"}".replace("%s", plate.toUpperCase(Locale.ROOT)))
                                .json())
                .expectError(409, "uniqueness");
        scim().post(
                        "/Users",
                        inWorkplace("{\"badgeNumber\": \"%s\"}".replace("%s", plate))
                                .json())
                .expectError(409, "uniqueness");
    }

    @Test
    @Tag("S-3.2-01")
    @Tag("P-3.3-01")
    @Tag("P-3.5.1-01")
    @Tag("P-3.5.1-05")
    @Tag("P-3.6-01")
    default void a_resource_type_of_its_own_lives_like_the_others() {
        ScimAnswer owner = created(aUser());
        String serial = UUID.randomUUID().toString();
        ScimAnswer device = scim().post(
                        "/Devices",
                        device(
                                serial,
                                "\"ports\": 3, \"unlockCode\": \"77\", " + "\"owner\": {\"value\": \"" + owner.id()
                                        + "\"}"))
                .expect(201);
        assertThat(device.header("Location")).contains(scim().baseUrl() + "/Devices/" + device.id());
        assertThat(device.textAt("/meta/resourceType")).isEqualTo("Device");
        assertThat(device.textAt("/owner/$ref")).isEqualTo(scim().baseUrl() + "/Users/" + owner.id());
        assertThat(device.json()).doesNotContainKey("unlockCode");
        String mine = "serialNumber eq \"" + serial + "\"";
        assertThat(found(mine + " and ports gt 2 and owner eq \"" + owner.id() + "\""))
                .containsExactly(device.id());
        assertThat(found(mine + " and ports gt 3")).isEmpty();
        scim().post("/Devices", device(serial, "\"ports\": 1")).expectError(409, "uniqueness");
        scim().put("/Devices/" + device.id(), device(serial, "\"ports\": 5")).expect(200);
        scim().put("/Devices/" + device.id(), device(serial + "x", "\"ports\": 5"))
                .expectError(400, "mutability");
        ScimAnswer patched = scim().patch(
                        "/Devices/" + device.id(),
                        aPatch().add("tags", "[\"new\"]").json())
                .expect(200);
        assertThat(patched.json().getJsonArray("tags")).hasSize(1);
        assertThat(patched.json()).doesNotContainKey("owner");
        scim().get("/Devices/" + device.id() + "?attributes=ports").expect(200);
        scim().get("/Users/" + device.id()).expectError(404);
        scim().delete("/Devices/" + device.id()).expect(204);
        scim().get("/Devices/" + device.id()).expectError(404);
    }

    @Test
    @Tag("S-4.2-06")
    default void a_reference_to_a_user_ends_with_the_user() {
        ScimAnswer owner = created(aUser());
        ScimAnswer device = scim().post(
                        "/Devices",
                        device(UUID.randomUUID().toString(), "\"owner\": {\"value\": \"" + owner.id() + "\"}"))
                .expect(201);
        scim().delete("/Users/" + owner.id()).expect(204);
        assertThat(scim().get("/Devices/" + device.id()).expect(200).json()).doesNotContainKey("owner");
        scim().delete("/Devices/" + device.id()).expect(204);
    }

    private static UserBuilder inWorkplace(String workplace) {
        return aUser().with(
                        WORKPLACE,
                        Json.createReader(new StringReader(workplace)).readObject());
    }

    private JsonObject workplaceOf(ScimAnswer user, String parameters) {
        return scim().get("/Users/" + user.id() + "?" + parameters)
                .expect(200)
                .json()
                .getJsonObject(WORKPLACE);
    }

    private List<String> desks(String filter, String sortBy) {
        return scim().get(target("/Users", "filter", filter, "sortBy", sortBy)).expect(200).resources().stream()
                .map(user -> user.getJsonObject(WORKPLACE).getString("desk"))
                .toList();
    }

    private void refused(ScimAnswer user, String attribute, String value, String scimType) {
        scim().patch(
                        "/Users/" + user.id(),
                        aPatch().replace(WORKPLACE + ":" + attribute, value).json())
                .expectError(400, scimType);
    }

    private List<String> found(String filter) {
        return scim()
                .get(target("/Devices", "filter", filter, "sortBy", "displayName"))
                .expect(200)
                .resources()
                .stream()
                .map(device -> device.getString("id"))
                .toList();
    }

    private static String device(String serialNumber, String more) {
        return "{\"schemas\": [\"" + DEVICE + "\"], \"displayName\": \"Laptop\", \"serialNumber\": \"" + serialNumber
                + "\", " + more + "}";
    }
}
