package org.roster.scim.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.http.ScimHttp.target;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roster.scim.it.http.CleanSlate;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.http.Workers;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.server.ShippedWar;

/**
 * A thousand users and fifty groups, provisioned as Entra does it; in the end the server holds exactly what the model says.
 * The system property {@code roster.it.seed} repeats a day.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OnboardingDayIT {
    private static final int PEOPLE = Integer.getInteger("roster.it.people", 1_000);
    private static final int TEAMS = 50;

    private final ScimHttp scim = ScimHttp.admin();
    private final DirectoryModel model = new DirectoryModel();

    @Deployment(testable = false)
    static WebArchive deployment() {
        return ShippedWar.deployment();
    }

    @Test
    @Tag("V-ENTRA-01")
    @Tag("V-ENTRA-02")
    @Tag("V-ENTRA-03")
    @Tag("V-ENTRA-04")
    @Tag("V-ENTRA-05")
    @Tag("V-ENTRA-11")
    @Tag("S-4.2-06")
    void after_a_day_of_provisioning_the_directory_is_what_the_model_says(TestReporter reporter) {
        long seed = Long.getLong("roster.it.seed", System.nanoTime());
        reporter.publishEntry("seed", String.valueOf(seed));
        CleanSlate.wipe(scim);
        new OnboardingDay(new EntraClient(scim), model, seed).run(PEOPLE, TEAMS);

        Workers.each(
                model.people(),
                id -> assertPerson(seed, scim.get("/Users/" + id).expect(200).json()));
        Workers.each(
                model.teams(),
                id -> assertTeam(
                        seed,
                        scim.get("/Groups/" + id + "?attributes=displayName,externalId,members,schemas")
                                .expect(200)
                                .json()));
        Workers.each(model.deleted(), id -> scim.get("/Users/" + id).expectError(404));

        List<JsonObject> listed = all("/Users");
        assertThat(listed)
                .as("seed %d: every user is listed once", seed)
                .extracting(user -> user.getString("id"))
                .containsExactlyInAnyOrderElementsOf(model.people());
        listed.forEach(user -> assertPerson(seed, user));
        assertThat(all("/Groups"))
                .as("seed %d: every group is listed once", seed)
                .extracting(group -> group.getString("id"))
                .containsExactlyInAnyOrderElementsOf(model.teams());
        assertThat(scim.get(target("/Users", "filter", "active eq false", "count", "0"))
                        .totalResults())
                .as("seed %d: the disabled users are found", seed)
                .isEqualTo(model.inactive().size());
    }

    private void assertPerson(long seed, JsonObject user) {
        String id = user.getString("id");
        Map<String, String> paths = model.pathsOf(id);
        assertThat(FlatUser.of(user)).as("seed %d: %s", seed, user).isEqualTo(paths);
        assertThat(values(user, "groups", "value"))
                .as("seed %d: groups of %s", seed, user)
                .isEqualTo(model.teamsOf(id));
        assertThat(texts(user, "schemas"))
                .as("seed %d: schemas of %s", seed, user)
                .isEqualTo(schemas(paths));
    }

    private void assertTeam(long seed, JsonObject group) {
        String id = group.getString("id");
        Map<String, String> texts = new TreeMap<>(Map.of(
                "displayName", group.getString("displayName", ""), "externalId", group.getString("externalId", "")));
        assertThat(texts).as("seed %d: %s", seed, group).isEqualTo(model.pathsOfTeam(id));
        assertThat(values(group, "members", "value"))
                .as("seed %d: members of %s", seed, group)
                .isEqualTo(model.membersOf(id));
        assertThat(texts(group, "schemas")).containsExactly(Urns.GROUP);
    }

    /** Everything, by pages of 100 until the total is reached, as Entra's account discovery does. */
    private List<JsonObject> all(String endpoint) {
        List<JsonObject> all = new ArrayList<>();
        ScimAnswer page;
        do {
            page = scim.get(target(endpoint, "startIndex", String.valueOf(all.size() + 1), "count", "100"))
                    .expect(200);
            all.addAll(page.resources());
        } while (!page.resources().isEmpty() && all.size() < page.totalResults());
        return all;
    }

    private static Set<String> schemas(Map<String, String> paths) {
        boolean extended = paths.keySet().stream().anyMatch(path -> path.startsWith(Urns.ENTERPRISE));
        return extended ? Set.of(Urns.USER, Urns.ENTERPRISE) : Set.of(Urns.USER);
    }

    private static Set<String> values(JsonObject resource, String attribute, String sub) {
        List<String> values = Optional.ofNullable(resource.getJsonArray(attribute))
                .orElse(JsonValue.EMPTY_JSON_ARRAY)
                .getValuesAs(JsonObject.class)
                .stream()
                .map(element -> element.getString(sub))
                .toList();
        assertThat(values).as("%s names nobody twice", attribute).doesNotHaveDuplicates();
        return new TreeSet<>(values);
    }

    private static Set<String> texts(JsonObject resource, String attribute) {
        return Optional.ofNullable(resource.getJsonArray(attribute))
                .orElse(Json.createArrayBuilder().build())
                .getValuesAs(JsonString.class)
                .stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }
}
