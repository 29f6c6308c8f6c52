package org.roster.scim.it.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.it.recording.Names;

/**
 * One request that must be refused, and how. Paths and bodies may hold the placeholders of {@link Fixture#names}. Immutable;
 * reads as a row of a table: {@code bad("no JSON").post("/Users", "x").is(400, "invalidSyntax").saying("line")}.
 */
final class BadRequest {
    private final String title;
    private final Call call;
    private final Refusal refusal;

    private record Call(ScimHttp client, String method, String path, String body, BodyBytes bytes) {}

    private record Refusal(int status, List<String> scimTypes, List<String> mentions, Consumer<ScimAnswer> more) {}

    /** Turns the text of a body into what goes over the wire, which need not be well-formed UTF-8. */
    interface BodyBytes {
        byte[] of(String text);
    }

    private BadRequest(String title, Call call, Refusal refusal) {
        this.title = title;
        this.call = call;
        this.refusal = refusal;
    }

    static BadRequest bad(String title) {
        return new BadRequest(
                title,
                new Call(ScimHttp.admin(), "GET", "", "", text -> text.getBytes(UTF_8)),
                new Refusal(400, List.of(), List.of(), answer -> {}));
    }

    BadRequest get(String path) {
        return send("GET", path, "");
    }

    BadRequest post(String path, String body) {
        return send("POST", path, body);
    }

    BadRequest put(String path, String body) {
        return send("PUT", path, body);
    }

    BadRequest patch(String path, String body) {
        return send("PATCH", path, body);
    }

    BadRequest delete(String path) {
        return send("DELETE", path, "");
    }

    BadRequest send(String method, String path, String body) {
        return new BadRequest(title, new Call(call.client, method, path, body, call.bytes), refusal);
    }

    /** The body in these bytes instead of UTF-8. */
    BadRequest as(BodyBytes bytes) {
        return new BadRequest(title, new Call(call.client, call.method, call.path, call.body, bytes), refusal);
    }

    BadRequest by(ScimHttp client) {
        return new BadRequest(title, new Call(client, call.method, call.path, call.body, call.bytes), refusal);
    }

    /** The status and the scimType that must come; where the RFC leaves a choice, any of several; none where it has none. */
    BadRequest is(int status, String... scimTypes) {
        return new BadRequest(title, call, new Refusal(status, List.of(scimTypes), refusal.mentions, refusal.more));
    }

    /** What the detail must tell the caller: regular expressions, found in any case. */
    BadRequest saying(String... mentions) {
        return new BadRequest(
                title, call, new Refusal(refusal.status, refusal.scimTypes, List.of(mentions), refusal.more));
    }

    BadRequest also(Consumer<ScimAnswer> more) {
        return new BadRequest(title, call, new Refusal(refusal.status, refusal.scimTypes, refusal.mentions, more));
    }

    /** What is sent, and where. */
    String input() {
        return title;
    }

    String title() {
        return title + " is " + refusal.status + " " + String.join(" or ", refusal.scimTypes);
    }

    ScimAnswer send(Names names) {
        return call.client.send(call.method, names.fill(call.path), call.bytes.of(names.fill(call.body)));
    }

    /** Sends the request and fails unless it is refused as it should be. */
    void mustBeRefused(Names names) {
        ScimAnswer answer = send(names).expectError(refusal.status);
        if (!refusal.scimTypes.isEmpty()) {
            assertThat(answer.textAt("/scimType")).as(answer.body()).isIn(refusal.scimTypes);
        }
        assertThat(refusal.mentions)
                .allSatisfy(mention -> assertThat(answer.textAt("/detail"))
                        .containsPattern(Pattern.compile(names.fill(mention), Pattern.CASE_INSENSITIVE)));
        assertThat(answer.textAt("/detail"))
                .as("a detail is for people, not for debuggers")
                .doesNotContainPattern("(org|java|jakarta|com)\\.[a-z]+\\.[A-Za-z.]+|Exception|(?i:select .* from )");
        refusal.more.accept(answer);
    }
}
