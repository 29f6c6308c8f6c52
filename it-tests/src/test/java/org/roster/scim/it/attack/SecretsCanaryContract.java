package org.roster.scim.it.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.it.sample.BulkBuilder.aBulk;
import static org.roster.scim.it.sample.PatchBuilder.aPatch;
import static org.roster.scim.it.sample.UserBuilder.aUser;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.sample.Urns;
import org.roster.scim.it.server.RealmUser;
import org.roster.scim.it.server.RosterServer;

/**
 * Secrets that leak: a password and tokens that nobody could mistake go everywhere a client can send them, while the server
 * logs all it can; then no answer, no log, and no row of any table has them.
 */
interface SecretsCanaryContract extends Attack {
    @Test
    default void secrets_leak_into_no_log_and_no_answer() throws IOException, InterruptedException {
        Map<Path, Long> before = sizes();
        String password = secret();
        String token = secret();
        List<ScimAnswer> answers = Loud.during(() -> run(password, token));
        for (ScimAnswer answer : answers) {
            assertThat(answer.body() + answer.headers()).as(answer.request()).doesNotContain(forms(password));
            assertThat(answer.body() + answer.headers()).as(answer.request()).doesNotContain(forms(token));
        }
        boolean loudEnough = false;
        for (Path log : Loud.files()) {
            String text = since(log, before.getOrDefault(log, 0L));
            loudEnough |= text.contains("SCIM04002") || text.contains("SCIM04003");
            assertThat(text).as("%s and the password", log).doesNotContain(forms(password));
            assertThat(text).as("%s and a token", log).doesNotContain(forms(token));
            assertThat(text)
                    .as("%s and the credentials of the lane", log)
                    .doesNotContain(RosterServer.current().token(), RealmUser.IDP.password(), base64(RealmUser.IDP));
        }
        assertThat(loudEnough)
                .as("what Roster logs is among the files searched")
                .isTrue();
    }

    @Test
    @Tag("postgresql")
    default void secrets_leak_into_no_table_and_no_journal() throws SQLException {
        String password = secret();
        String token = secret();
        run(password, token);
        assertThat(Rows.tables()).contains("scim_resource", "scim_value", "scim_change");
        assertThat(Rows.with(password, token, RosterServer.current().token())).isEmpty();
    }

    /** Everything that a client does with a password and a token, right and wrong. */
    private List<ScimAnswer> run(String password, String token) {
        List<ScimAnswer> answers = new ArrayList<>();
        ScimHttp idp = neighbour();
        ScimAnswer user = scim().post(
                        "/Users?attributes=password,userName",
                        aUser().with("password", password).json());
        String path = "/Users/" + user.expect(201).id();
        answers.add(user);
        String quoted = "\"" + password + "\"";
        answers.add(scim().put(
                        path,
                        aUser().with("password", password)
                                .with("unknownName", "x")
                                .json()));
        answers.add(scim().patch(path, aPatch().replace("password", quoted).json()));
        answers.add(scim().patch(
                        path,
                        aPatch().merge("Add", "{\"password\": " + quoted + ", \"active\": \"False\"}")
                                .json()));
        answers.add(scim().patch(path, aPatch().add("password.value", quoted).json()));
        answers.add(
                scim().patch(path, aPatch().add("password", "[" + quoted + "]").json()));
        answers.add(scim().patch(
                        path, aPatch().operation("remove", "password", quoted).json()));
        answers.add(scim().patch(
                        path,
                        aPatch().remove("password[value eq " + quoted + "]").json()));
        answers.add(scim().patch(path, "{\"password\":" + quoted + "," + "}"));
        answers.add(scim().post(
                        "/Users",
                        aUser().with("password", password)
                                .with("emails", "no list")
                                .json()));
        answers.add(scim().post(
                        "/Users", aUser().named("").with("password", password).json()));
        answers.add(scim().post(
                        "/Users", aUser().with("password", password + "\u0000").json()));
        answers.add(scim().post(
                        "/Bulk",
                        aBulk().post("b1", aUser().with("password", password))
                                .post("b2", aUser().named("").with("password", password))
                                .patch(path, aPatch().replace("password", quoted))
                                .json()));
        answers.add(scim().post(
                        "/.search",
                        Json.createObjectBuilder()
                                .add("schemas", Json.createArrayBuilder().add(Urns.SEARCH_REQUEST))
                                .add("filter", "password sw " + quoted)
                                .build()
                                .toString()));
        answers.add(scim().get(path + "?attributes=password"));
        answers.add(idp.get("/Users?count=1"));
        answers.add(scim().with("Authorization", "Bearer " + token).get("/Users"));
        answers.add(scim().with("Authorization", token).get("/Users"));
        answers.add(scim().with("Authorization", "Token " + token).get(path));
        answers.add(ScimHttp.as("stranger", password).get("/Users"));
        answers.add(ScimHttp.as("stranger", token).post("/Users", aUser().json()));
        answers.add(scim().delete(path));
        return answers;
    }

    private static String secret() {
        StringBuilder text = new StringBuilder("Can4ry");
        new Random().ints(24, 0, 36).forEach(digit -> text.append(Character.forDigit(digit, 36)));
        return text.toString();
    }

    /** A secret as it is, and as it looks to who only encodes it. */
    private static String[] forms(String secret) {
        return new String[] {
            secret, Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
        };
    }

    private static String base64(RealmUser user) {
        return user.basic().replaceFirst("^Basic ", "");
    }

    private static Map<Path, Long> sizes() throws IOException {
        Map<Path, Long> sizes = new HashMap<>();
        for (Path log : Loud.files()) {
            sizes.put(log, Files.size(log));
        }
        return sizes;
    }

    /** What has been written to a file since it had this size; all of it if it was begun anew. */
    private static String since(Path log, long size) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        int start = bytes.length < size ? 0 : (int) size;
        return new String(bytes, start, bytes.length - start, StandardCharsets.ISO_8859_1);
    }
}
