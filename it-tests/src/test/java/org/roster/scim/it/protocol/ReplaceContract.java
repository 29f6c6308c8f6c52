package org.roster.scim.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.sample.UserBuilder;

/** PUT (RFC 7644 §3.5.1). */
interface ReplaceContract extends Wire {
    @Test
    @Tag("P-3.5.1-02")
    @Tag("P-3.5.1-03")
    @Tag("P-3.5.1-08")
    @Tag("P-3.5.1-10")
    @Tag("A-05")
    default void a_put_replaces_everything_and_clears_what_it_leaves_out() {
        ScimAnswer before = created(
                aUser().with("title", "Clerk").withEmail("work", "a@x.example").withEnterprise("division", "East"));
        ScimAnswer put = replaced(before, aUser().with("nickName", "Ann"));
        assertThat(put.textAt("/nickName")).isEqualTo("Ann");
        assertThat(put.json()).doesNotContainKeys("title", "emails", Urns.ENTERPRISE);
        assertThat(put.json().getJsonArray("schemas")).containsExactly(Json.createValue(Urns.USER));
        assertThat(user(before.id()).json()).isEqualTo(put.json());
    }

    @Test
    @Tag("S-3.1-05")
    @Tag("S-3.1-14")
    default void a_put_keeps_id_and_created_and_moves_the_version() {
        ScimAnswer before = created(aUser());
        ScimAnswer put = replaced(before, aUser().with("title", "Clerk"));
        assertThat(put.id()).isEqualTo(before.id());
        assertThat(put.textAt("/meta/created")).isEqualTo(before.textAt("/meta/created"));
        assertThat(put.textAt("/meta/lastModified")).isGreaterThanOrEqualTo(before.textAt("/meta/lastModified"));
        assertThat(put.etag()).isNotEqualTo(before.etag()).isEqualTo(put.textAt("/meta/version"));
    }

    @Test
    @Tag("P-3.5.1-06")
    @Tag("S-3.1-06")
    @Tag("S-4.1.2-05")
    default void what_is_read_only_in_a_put_is_ignored() {
        ScimAnswer before = created(aUser());
        ScimAnswer group = created(aGroup().withMember(before.id()));
        JsonValue meta = Json.createObjectBuilder()
                .add("created", "1999-01-01T00:00:00Z")
                .build();
        replaced(before, aUser().with("id", before.id()).with("meta", meta).with("groups", JsonValue.EMPTY_JSON_ARRAY));
        ScimAnswer after = user(before.id());
        assertThat(after.textAt("/meta/created")).isEqualTo(before.textAt("/meta/created"));
        assertThat(after.textAt("/groups/0/value")).isEqualTo(group.id());
    }

    @Test
    @Tag("P-3.4.1-01")
    default void a_whole_resource_as_it_was_read_can_be_put_back() {
        ScimAnswer before = created(aUser().withName("Anna", "Keller")
                .withPrimaryEmail("work", "a@x.example")
                .withEnterprise("division", "East"));
        created(aGroup().withMember(before.id()));
        ScimAnswer read = user(before.id());
        ScimAnswer put = scim().put("/Users/" + before.id(), read.body()).expect(200);
        assertThat(put.json().get("name")).isEqualTo(read.json().get("name"));
        assertThat(put.json().get("emails")).isEqualTo(read.json().get("emails"));
        assertThat(put.json().get(Urns.ENTERPRISE)).isEqualTo(read.json().get(Urns.ENTERPRISE));
        assertThat(put.json().get("groups")).isEqualTo(read.json().get("groups"));
    }

    @Test
    @Tag("P-3.5.1-09")
    @Tag("S-4.1.1-01")
    default void a_user_may_change_the_case_of_its_own_user_name() {
        ScimAnswer before = created(aUser());
        String upper = before.textAt("/userName").toUpperCase(Locale.ROOT);
        ScimAnswer put =
                scim().put("/Users/" + before.id(), aUser().named(upper).json()).expect(200);
        assertThat(put.textAt("/userName")).isEqualTo(upper);
    }

    @Test
    @Tag("A-05")
    @Tag("S-4.2-02")
    default void a_put_of_a_group_replaces_its_members() {
        String first = created(aUser()).id();
        String second = created(aUser()).id();
        String group = created(aGroup().withMember(first)).id();
        scim().put("/Groups/" + group, aGroup().withMember(second).json()).expect(200);
        ScimAnswer read = scim().get("/Groups/" + group + "?attributes=members").expect(200);
        assertThat(read.textAt("/members/0/value")).isEqualTo(second);
        assertThat(read.at("/members/1")).isEmpty();
    }

    @Test
    @Tag("P-3.5.1-01")
    default void a_put_never_creates() {
        UserBuilder body = aUser();
        scim().put("/Users/01a20b73-0000-7000-8000-000000000000", body.json()).expectError(404);
        scim().put("/Users/new", body.json()).expectError(404);
        created(body);
    }

    /** The answer to a PUT of this body with the userName that the resource already has. */
    private ScimAnswer replaced(ScimAnswer before, UserBuilder body) {
        return scim().put(
                        "/Users/" + before.id(),
                        body.named(before.textAt("/userName")).json())
                .expect(200);
    }
}
