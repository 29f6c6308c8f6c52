package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.GroupBuilder.aGroup;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.PatchBuilder.members;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.UserBuilder;

/**
 * Lost update, duplicate create, and a retry after an answer that got lost. What races is in {@code ConcurrencyIT}, what a
 * version opens in {@code VersionContract}; here somebody does again what he does not know to be done.
 */
interface LostAnswerContract extends Attack {

    @Test
    default void duplicate_create_after_a_lost_answer() throws IOException, InterruptedException {
        UserBuilder user = aUser().withEmail("work", "lost-" + UUID.randomUUID() + "@roster.example");
        String userName =
                Json.createReader(new StringReader(user.json())).readObject().getString("userName");
        hangUpAfter("POST", "/Users", user.json());
        String filter = "userName eq \"" + userName + "\"";
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (found(scim(), filter).isEmpty() && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertThat(found(scim(), filter)).hasSize(1);
        scim().post("/Users", user.json()).expectError(409, "uniqueness");
        assertThat(found(scim(), filter)).hasSize(1);
    }

    @Test
    default void duplicate_create_in_a_bulk_that_is_sent_again() {
        UserBuilder user = aUser();
        String bulk = aBulk().post("b1", user).json();
        assertThat(bulkStatus(scim().post("/Bulk", bulk))).isEqualTo("201");
        assertThat(bulkStatus(scim().post("/Bulk", bulk))).isEqualTo("409");
    }

    @Test
    default void lost_update_by_a_put_that_is_sent_again() {
        ScimAnswer user = created(aUser());
        String path = "/Users/" + user.id();
        String mine = aUser().with("title", "mine").json();
        ScimHttp client = scim().with("If-Match", user.etag());
        client.put(path, mine).expect(200);
        scim().patch(path, aPatch().replace("nickName", "\"theirs\"").json()).expect(200);
        client.put(path, mine).expectError(412);
        ScimAnswer now = scim().get(path).expect(200);
        assertThat(now.textAt("/title")).isEqualTo("mine");
        assertThat(now.textAt("/nickName")).isEqualTo("theirs");
    }

    @Test
    default void lost_update_by_a_patch_that_is_sent_again() {
        String user = created(aUser()).id();
        ScimAnswer group = created(aGroup());
        String path = "/Groups/" + group.id();
        String add = aPatch().add("members", members(List.of(user))).json();
        for (int i = 0; i < 3; i++) {
            assertThat(scim().patch(path, add).status()).isIn(200, 204);
        }
        ScimAnswer once = scim().get(path).expect(200);
        assertThat(once.json().getJsonArray("members")).hasSize(1);
        String remove = aPatch().remove("members[value eq \"" + user + "\"]").json();
        scim().with("If-Match", group.etag()).patch(path, remove).expectError(412);
        assertThat(scim().get(path).expect(200).json()).isEqualTo(once.json());
    }

    @Test
    default void a_delete_that_is_sent_again_deletes_nobody_else() {
        String name = "again-" + UUID.randomUUID();
        String path = "/Users/" + created(aUser().named(name)).id();
        scim().delete(path).expect(204);
        String successor = created(aUser().named(name)).id();
        scim().delete(path).expectError(404);
        scim().get("/Users/" + successor).expect(200);
    }

    private static String bulkStatus(ScimAnswer answer) {
        return answer.expect(200)
                .json()
                .getJsonArray("Operations")
                .getJsonObject(0)
                .getString("status");
    }

    /** Sends a whole request and goes away without waiting for an answer. */
    private static void hangUpAfter(String method, String path, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        Raw head = Raw.of(method, Raw.address().getPath() + path)
                .byToken()
                .with("Content-Type", "application/scim+json")
                .with("Content-Length", String.valueOf(bytes.length));
        try (Socket socket = new Socket(Raw.address().getHost(), Raw.address().getPort())) {
            socket.getOutputStream().write(head.text().getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }
}
