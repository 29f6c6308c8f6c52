package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.attack.MassAssignmentContract.patch;
import static org.roster.scim.it.attack.MassAssignmentContract.with;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.UserBuilder;

/**
 * Mass assignment behind the service: a body with all of {@link Smuggled} writes the same rows in the same columns as one
 * without, but for what names the resource and the moment.
 */
@Tag("postgresql")
interface RowDiffContract extends Attack {

    /** A request, and what it did to the tables. */
    interface Request {
        ScimAnswer send();
    }

    @Test
    default void mass_assignment_by_post_writes_no_other_row_or_column() throws SQLException {
        UserBuilder honest = aUser().with("title", "Clerk");
        UserBuilder twin = aUser().with("title", "Clerk");
        Smuggled everything =
                new Smuggled("all", Smuggled.all(Smuggled.ignored().filter(RowDiffContract::alone)));
        Map<String, Long> grown = grown(() -> scim().post("/Users", honest.json()));
        List<String> plain =
                rows(() -> scim().post("/Users", aUser().with("title", "Clerk").json()));
        assertThat(plain).isNotEmpty();
        assertThat(rows(() -> scim().post("/Users", with(twin, everything)))).isEqualTo(plain);
        assertThat(grown(() -> scim().post("/Users", with(aUser().with("title", "Clerk"), everything))))
                .isEqualTo(grown);
        for (Smuggled id : Smuggled.ids().toList()) {
            assertThat(rows(() -> scim().post("/Users", with(aUser().with("title", "Clerk"), id))))
                    .as(id.title())
                    .isEqualTo(plain);
        }
    }

    @Test
    default void mass_assignment_by_put_writes_no_other_row_or_column() throws SQLException {
        Smuggled everything =
                new Smuggled("all", Smuggled.all(Smuggled.ignored().filter(RowDiffContract::alone)));
        UserBuilder honest = aUser();
        UserBuilder twin = aUser();
        String first = "/Users/" + created(honest).id();
        String second = "/Users/" + created(twin).id();
        List<String> plain =
                rows(() -> scim().put(first, honest.with("title", "Clerk").json()));
        assertThat(plain).isNotEmpty();
        assertThat(rows(() -> scim().put(second, with(twin.with("title", "Clerk"), everything))))
                .isEqualTo(plain);
    }

    @Test
    default void mass_assignment_by_patch_writes_no_row() throws SQLException {
        String path = "/Users/" + created(aUser()).id();
        Rows rows = Rows.fromNow();
        Stream.concat(Smuggled.ignored(), Smuggled.ids())
                .forEach(smuggled ->
                        scim().patch(path, patch("{\"op\":\"add\",\"value\":{" + smuggled.members() + "}}")));
        assertThat(rows.written()).isEmpty();
        assertThat(rows.grown()).isEmpty();
    }

    /** What is refused leaves nothing behind either, whatever of it was right. */
    @Test
    default void mass_assignment_that_is_refused_writes_no_row() throws SQLException {
        String path = "/Users/" + created(aUser()).id();
        Rows rows = Rows.fromNow();
        scim().put(path, aUser().with("id", "other").json()).expectError(400, "mutability");
        scim().patch(
                        path,
                        patch("{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"},"
                                + "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"other\"}"))
                .expectError(400, "mutability");
        assertThat(rows.written()).isEmpty();
        assertThat(rows.grown()).isEmpty();
    }

    /** In one body no two of them may be the same name in different case. */
    private static boolean alone(Smuggled smuggled) {
        String title = smuggled.title();
        boolean again = title.equals("META") || title.equalsIgnoreCase("groups") || title.startsWith("URN:");
        return title.equals("groups") || !(again || title.endsWith(" by the URN"));
    }

    private static Map<String, Long> grown(Request request) throws SQLException {
        Rows rows = Rows.fromNow();
        request.send();
        return rows.grown();
    }

    /** The rows that a request writes, without what differs between any two resources and moments. */
    private static List<String> rows(Request request) throws SQLException {
        Rows rows = Rows.fromNow();
        ScimAnswer answer = request.send();
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        String name = answer.textAt("/userName");
        return rows.written().stream()
                .map(row -> row.replace(answer.id(), "ID")
                        .replace(name, "NAME")
                        .replaceAll("\"(created|last_modified|changed_at|wave)\":\\d+", "\"$1\":0")
                        .replaceAll("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"CHANGE\"")
                        .replaceAll("\"request_id\":\"[0-9a-f]+\"", "\"request_id\":\"REQUEST\""))
                .sorted()
                .toList();
    }
}
