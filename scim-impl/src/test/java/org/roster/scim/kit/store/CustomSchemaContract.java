package org.roster.scim.kit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aDevice;
import static org.roster.scim.fixture.Body.aGroup;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.Refusal.refused;
import static org.roster.scim.fixture.TestSchemas.DEVICE;
import static org.roster.scim.fixture.TestSchemas.ENTERPRISE;
import static org.roster.scim.fixture.TestSchemas.USER;
import static org.roster.scim.fixture.TestSchemas.WORKPLACE;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.resource.ScimResource;

/**
 * What a document defines works like what the RFC defines: the examples of {@code scim-war}, an extension of User and a
 * resource type of its own (RFC 7643 §§3.2, 3.3).
 */
interface CustomSchemaContract extends TwoTenants {

    @Test
    @Tag("S-3.2-01")
    @Tag("S-2.3-02")
    default void an_extension_keeps_an_attribute_of_every_type() {
        JsonObject workplace = JsonText.object("""
                {'desk': 'D-7', 'badgeNumber': 'B7', 'licensePlate': 'ZH 1', 'remote': false, 'floor': -1, 'deskHeight': 0.72,
                 'since': '2026-01-01T08:00:00Z', 'floorPlan': 'https://x.example/1.png', 'doorImage': 'QUJD',
                 'region': 'EMEA', 'note': 'n', 'contractNumber': 'C1', 'languages': ['de', 'fr'],
                 'building': {'name': 'North', 'number': 3, 'opened': '1999-05-05T00:00:00Z'},
                 'lockers': [{'value': '1', 'type': 'small', 'primary': true, 'depth': 30}, {'value': '2', 'depth': 60}]}""");
        ScimResource user = directory().create(aUser("anna").with(WORKPLACE, workplace));
        assertThat(directory().read(user).attributes().getJsonObject(WORKPLACE)).isEqualTo(workplace);
    }

    @Test
    @Tag("P-3.4.2.2-02")
    default void users_are_found_by_every_attribute_of_an_extension() {
        threeUsers(directory());
        SoftAssertions all = new SoftAssertions();
        Map.ofEntries(
                        Map.entry("desk eq \"D-1\"", List.of("anna")),
                        Map.entry("desk co \"-\"", List.of("anna", "bert")),
                        Map.entry("badgeNumber eq \"b1\"", List.of()),
                        Map.entry("remote eq true", List.of("bert")),
                        Map.entry("floor gt 2", List.of("bert")),
                        Map.entry("floor le 10", List.of("anna", "bert")),
                        Map.entry("deskHeight ge 0.725", List.of("bert")),
                        Map.entry("since lt \"2026-01-01T08:00:00+01:00\"", List.of("bert")),
                        Map.entry("floorPlan eq \"https://x.example/1.png\"", List.of("anna")),
                        Map.entry("doorImage eq \"QUJD\"", List.of("anna")),
                        Map.entry("note pr", List.of("anna")),
                        Map.entry("languages eq \"FR\"", List.of("anna", "bert")),
                        Map.entry("building.number lt 10", List.of("anna")),
                        Map.entry("building.opened gt \"2000-01-01T00:00:00Z\"", List.of("bert")),
                        Map.entry("lockers[type eq \"small\" and depth gt 30]", List.of("bert")),
                        Map.entry("lockers.depth gt 30", List.of("anna", "bert")))
                .forEach((filter, names) -> all.assertThat(directory().names(USER, qualified(filter)))
                        .as(filter)
                        .isEqualTo(names));
        all.assertThat(directory().names(USER, "schemas eq \"" + WORKPLACE + "\""))
                .containsExactly("anna", "bert");
        all.assertAll();
        refused(() -> directory().names(USER, WORKPLACE + ":doorCode eq \"1\"")).as(403, "sensitive");
    }

    @Test
    @Tag("P-3.4.2.3-01")
    default void users_sort_by_attributes_of_an_extension() {
        threeUsers(directory());
        assertThat(directory().namesBy(USER, WORKPLACE + ":floor", true)).containsExactly("anna", "bert", "cleo");
        assertThat(directory().namesBy(USER, WORKPLACE + ":deskHeight", false)).containsExactly("cleo", "bert", "anna");
        assertThat(directory().namesBy(USER, WORKPLACE + ":since", true)).containsExactly("bert", "anna", "cleo");
        assertThat(directory().namesBy(USER, WORKPLACE + ":lockers.value", true))
                .containsExactly("bert", "anna", "cleo");
    }

    @Test
    @Tag("P-3.5.2-01")
    default void an_extension_is_patched_like_core_attributes() {
        ScimResource user = directory().create(aUser("anna"));
        directory().patch(user, """
                [{'op': 'add', 'path': 'URN:floor', 'value': 3},
                 {'op': 'add', 'path': 'URN:building', 'value': {'name': 'North', 'number': 3}},
                 {'op': 'add', 'path': 'URN:lockers', 'value': [{'value': '1', 'type': 'small', 'primary': true}]},
                 {'op': 'add', 'path': 'URN:lockers', 'value': {'value': '2', 'type': 'large', 'primary': true}},
                 {'op': 'replace', 'path': 'URN:lockers[type eq \\"small\\"].depth', 'value': 20},
                 {'op': 'replace', 'path': 'URN:building.number', 'value': 4},
                 {'op': 'add', 'value': {'URN': {'languages': ['de'], 'remote': true}}},
                 {'op': 'remove', 'path': 'URN:floor'}]""".replace("URN", WORKPLACE));
        assertThat(directory().read(user).attributes().getJsonObject(WORKPLACE)).isEqualTo(JsonText.object("""
                {'building': {'name': 'North', 'number': 4}, 'languages': ['de'], 'remote': true,
                 'lockers': [{'value': '1', 'type': 'small', 'primary': false, 'depth': 20},
                             {'value': '2', 'type': 'large', 'primary': true}]}"""));
        directory().patch(user, "[{'op': 'remove', 'path': '" + WORKPLACE + "'}]");
        assertThat(directory().read(user).attributes()).doesNotContainKey(WORKPLACE);
        assertThat(directory().names(USER, qualified("languages pr"))).isEmpty();
    }

    @Test
    @Tag("S-7-04")
    default void mutability_and_required_hold_for_an_extension() {
        ScimResource user = directory().create(workplace("anna", "{'contractNumber': 'C1'}"));
        refused(() -> directory().patch(user, set("contractNumber", "'C2'"))).as(400, "mutability");
        refused(() -> directory().patch(user, set("evacuationGroup", "'red'"))).as(400, "mutability");
        refused(() -> directory().patch(user, set("building", "{'number': 1}"))).as(400, "invalidValue");
        directory().patch(user, set("contractNumber", "'C1'"));
    }

    @Test
    @Tag("S-7-09")
    default void uniqueness_holds_for_an_extension() {
        directory().create(workplace("anna", "{'badgeNumber': 'B1', 'licensePlate': 'ZH 1'}"));
        directory().create(workplace("bert", "{'badgeNumber': 'b1'}"));
        refused(() -> directory().create(workplace("cleo", "{'badgeNumber': 'B1'}")))
                .as(409, "uniqueness");
        refused(() -> directory().create(workplace("cleo", "{'licensePlate': 'zh 1'}")))
                .as(409, "uniqueness");
        if (keepsTenantsApart()) {
            elsewhere().create(workplace("cleo", "{'badgeNumber': 'B1'}"));
        }
    }

    @Test
    @Tag("S-3.2-01")
    default void a_resource_type_of_its_own_lives_like_the_others() {
        ScimResource owner = directory().create(aUser("anna"));
        ScimResource laptop = directory()
                .create(aDevice("laptop", "S1")
                        .with("weight", JsonText.value("1.25"))
                        .with("ports", 3)
                        .with("owner", JsonText.object("{'value': '" + owner.id() + "'}"))
                        .with("addresses", JsonText.array("[{'value': '10.0.0.1', 'type': 'lan', 'vlan': 7}]")));
        directory().create(aDevice("printer", "S2").with("ports", 1).with("bought", "2020-02-02T00:00:00Z"));

        assertThat(directory().names(DEVICE, "ports gt 1 and weight lt 2")).containsExactly("laptop");
        assertThat(directory().names(DEVICE, "owner eq \"" + owner.id() + "\"")).containsExactly("laptop");
        assertThat(directory().names(DEVICE, "addresses[type eq \"lan\" and vlan eq 7]"))
                .containsExactly("laptop");
        assertThat(directory().namesBy(DEVICE, "ports", true)).containsExactly("printer", "laptop");
        refused(() -> directory().create(aDevice("another", "S1"))).as(409, "uniqueness");
        refused(() -> directory().patch(laptop, "[{'op': 'replace', 'path': 'serialNumber', 'value': 'S3'}]"))
                .as(400, "mutability");
        directory().patch(laptop, "[{'op': 'add', 'path': 'tags', 'value': ['new']}]");
        assertThat(directory().names(DEVICE, "tags eq \"NEW\"")).containsExactly("laptop");
        directory().delete(laptop);
        assertThat(directory().all(DEVICE)).hasSize(1);
        assertThat(directory().all(USER)).hasSize(1);
    }

    @Test
    @Tag("S-4.2-06")
    default void a_reference_ends_with_what_it_points_to() {
        ScimResource boss = directory().create(aUser("boss"));
        String reference = "{'value': '" + boss.id() + "'}";
        ScimResource anna = directory()
                .create(workplace("anna", "{'desk': 'd', 'mentor': " + reference + "}")
                        .with(ENTERPRISE, JsonText.object("{'manager': " + reference + "}")));
        ScimResource laptop = directory().create(aDevice("laptop", "S1").with("owner", JsonText.object(reference)));
        directory().delete(boss);
        assertThat(directory().read(anna).attributes().getJsonObject(WORKPLACE)).containsOnlyKeys("desk");
        assertThat(directory().read(anna).attributes()).doesNotContainKey(ENTERPRISE);
        assertThat(directory().read(laptop).attributes()).doesNotContainKey("owner");
        requireNewVersion(laptop, directory().read(laptop));
    }

    @Test
    @Tag("S-4.2-05")
    default void a_resource_of_a_type_that_the_group_does_not_list_is_no_member() {
        ScimResource device = directory().create(aDevice("laptop", "S1"));
        refused(() -> directory().create(aGroup("devices").withMember(device))).as(400, "invalidValue");
    }

    private static Body workplace(String userName, String workplace) {
        return aUser(userName).with(WORKPLACE, JsonText.object(workplace));
    }

    private static String set(String attribute, String value) {
        return "[{'op': 'replace', 'path': '" + WORKPLACE + ":" + attribute + "', 'value': " + value + "}]";
    }

    private static String qualified(String filter) {
        return WORKPLACE + ":" + filter;
    }

    private static void threeUsers(Directory directory) {
        directory.create(workplace("anna", """
                {'desk': 'd-1', 'badgeNumber': 'B1', 'remote': false, 'floor': 2, 'deskHeight': 0.72, 'since': '2026-01-01T08:00:00Z',
                 'floorPlan': 'https://x.example/1.png', 'doorImage': 'QUJD', 'note': 'x', 'languages': ['de', 'fr'],
                 'building': {'name': 'North', 'number': 3, 'opened': '1999-05-05T00:00:00Z'},
                 'lockers': [{'value': '1', 'type': 'small', 'depth': 30}, {'value': '9', 'type': 'large', 'depth': 60}]}"""));
        directory.create(workplace("bert", """
                {'desk': 'D-2', 'badgeNumber': 'B2', 'remote': true, 'floor': 10, 'deskHeight': 0.73, 'since': '2026-01-01T06:59:59Z',
                 'floorPlan': 'https://x.example/2.png', 'languages': ['fr'],
                 'building': {'name': 'South', 'number': 12, 'opened': '2019-05-05T00:00:00Z'},
                 'lockers': [{'value': '4', 'type': 'small', 'depth': 60}, {'value': '0', 'type': 'large', 'primary': true}]}"""));
        directory.create(aUser("cleo"));
    }
}
