package org.roster.scim.it.recording;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.it.http.Gate;
import org.roster.scim.it.http.RawHttp;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;

/**
 * One run of one recording: create what is given, send the request, look at the answer and at the resources afterwards,
 * delete what was created. The seeds of recordings share user names, so one run at a time.
 */
final class Replay {
    private final URI base;
    private final String token;
    private final Deque<String> created = new ArrayDeque<>();
    private Gate gate = Gate.OPEN;
    private Names names;

    Replay(String baseUrl, String token) {
        this.base = URI.create(baseUrl);
        this.token = token;
        this.names = Names.none()
                .with("basePath", base.getPath())
                .with("baseUrl", baseUrl)
                .with("host", base.getAuthority())
                .with("token", token);
    }

    /** With every request seen by a gate. */
    Replay through(Gate other) {
        gate = other;
        return this;
    }

    /** Replays the recording and says what went wrong, a sentence each. */
    List<String> faults(Recording recording) {
        try {
            recording.list("given").forEach(this::create);
            RawRequest request =
                    RawRequest.parse(names.fill(recording.request())).from(recording.client());
            ScimAnswer answer = send(request);
            List<String> faults =
                    new ArrayList<>(new Expectation(recording.part("expect"), names).faults("expect", answer));
            remember(request, answer);
            if (faults.isEmpty()) {
                faults.addAll(new Expectation(recording.part("house"), names).faults("house", answer));
            }
            capture(recording, answer);
            if (faults.isEmpty()) {
                recording.list("after").forEach(check -> faults.addAll(lookBack(check)));
            }
            return faults;
        } finally {
            created.forEach(path -> exchange(request("DELETE", path, "")));
        }
    }

    private void create(JsonObject seed) {
        for (int n = 1; n <= seed.getInt("times", 1); n++) {
            JsonValue body = names.with("n", String.valueOf(n)).fill(seed.get("body"));
            ScimAnswer answer =
                    call("POST", seed.getString("post"), body.toString()).expect(201);
            names = names.with(seed.getString("as"), answer.id());
            created.addFirst(seed.getString("post") + "/" + answer.id());
        }
    }

    private void remember(RawRequest request, ScimAnswer answer) {
        if (request.method().equals("POST") && answer.status() == 201) {
            created.addFirst(request.target().substring(base.getPath().length()) + "/" + answer.id());
        }
    }

    private void capture(Recording recording, ScimAnswer answer) {
        if (answer.status() >= 300 || answer.body().isBlank()) {
            return;
        }
        Map<String, JsonValue> wanted = Optional.ofNullable(
                        recording.part("house").getJsonObject("capture"))
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
        wanted.forEach((name, pointer) -> Expectation.document(answer)
                .flatMap(CaselessPointer.of(((JsonString) pointer).getString())::in)
                .ifPresent(value -> names = names.with(name, Expectation.asText(value))));
    }

    private List<String> lookBack(JsonObject check) {
        ScimAnswer answer = call("GET", names.fill(check.getString("get")), "");
        return new Expectation(check, names).faults("after " + check.getString("get"), answer);
    }

    private ScimAnswer call(String method, String path, String body) {
        return send(request(method, path, body));
    }

    private RawRequest request(String method, String path, String body) {
        List<String> headers = new ArrayList<>(List.of(
                "Host: " + base.getAuthority(), "Authorization: Bearer " + token, "Accept: " + ScimHttp.SCIM_JSON));
        if (!body.isEmpty()) {
            headers.add("Content-Type: " + ScimHttp.SCIM_JSON);
        }
        return new RawRequest(method, base.getPath() + path, headers, body);
    }

    private ScimAnswer send(RawRequest request) {
        Gate.Request sent = new Gate.Request(
                request.method(),
                request.target().startsWith(base.getPath())
                        ? request.target().substring(base.getPath().length())
                        : request.target(),
                Map.of(),
                request.body());
        gate.pass(sent);
        return gate.seen(sent, exchange(request));
    }

    private ScimAnswer exchange(RawRequest request) {
        return RawHttp.exchange(base, request.bytes());
    }
}
