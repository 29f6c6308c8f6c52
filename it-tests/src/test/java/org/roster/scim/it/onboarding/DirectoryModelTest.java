package org.roster.scim.it.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.sample.Urns;

/** The model must be beyond doubt: what it says is what the server is measured by. */
class DirectoryModelTest {
    private static final Map<String, String> ANNA = Map.of(
            "userName",
            "anna",
            "active",
            "true",
            "name.familyName",
            "Keller",
            FlatUser.WORK_EMAIL,
            "a@x.example",
            FlatUser.WORK_EMAIL_PRIMARY,
            "true",
            "emails[type eq \"home\"].value",
            "b@x.example",
            FlatUser.DEPARTMENT,
            "Sales");

    private final DirectoryModel model = new DirectoryModel();

    @BeforeEach
    void two_people_and_a_team() {
        model.hire("1", ANNA);
        model.hire("2", Map.of("userName", "bert", FlatUser.MANAGER, "1"));
        model.found("t", "Team", "ext");
    }

    @Test
    void a_change_sets_or_clears_one_path() {
        model.change("1", Change.set("title", "Clerk"));
        model.change("1", Change.clear("name.familyName"));
        assertThat(model.pathsOf("1"))
                .containsEntry("title", "Clerk")
                .doesNotContainKey("name.familyName")
                .hasSize(ANNA.size());
    }

    @Test
    void members_join_and_leave_any_number_of_times() {
        model.join("t", List.of("1", "2"));
        model.join("t", List.of("2"));
        assertThat(model.membersOf("t")).containsExactly("1", "2");
        assertThat(model.teamsOf("1")).containsExactly("t");
        model.leave("t", List.of("1"));
        model.leave("t", List.of("1"));
        assertThat(model.membersOf("t")).containsExactly("2");
        assertThat(model.teamsOf("1")).isEmpty();
    }

    @Test
    void who_is_deleted_leaves_its_teams_and_its_reports() {
        model.join("t", List.of("1", "2"));
        model.delete("1");
        assertThat(model.people()).containsExactly("2");
        assertThat(model.deleted()).containsExactly("1");
        assertThat(model.membersOf("t")).containsExactly("2");
        assertThat(model.pathsOf("2")).containsOnlyKeys("userName");
    }

    @Test
    void the_inactive_are_those_whose_active_is_false() {
        model.change("1", Change.set("active", "false"));
        assertThat(model.inactive()).containsExactly("1");
    }

    @Test
    void nobody_can_join_who_is_not_there() {
        assertThatThrownBy(() -> model.join("t", List.of("3"))).hasMessageContaining("3");
        assertThatThrownBy(() -> model.join("u", List.of("1"))).hasMessageContaining("u");
    }

    @Test
    void a_flat_user_becomes_a_body_and_comes_back_the_same() {
        assertThat(FlatUser.body(new TreeMap<>(ANNA)).getJsonArray("schemas").toString())
                .isEqualTo("[\"" + Urns.USER + "\",\"" + Urns.ENTERPRISE + "\"]");
        assertThat(FlatUser.of(FlatUser.body(new TreeMap<>(ANNA)))).isEqualTo(ANNA);
    }
}
