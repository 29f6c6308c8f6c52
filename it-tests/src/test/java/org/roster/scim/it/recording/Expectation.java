package org.roster.scim.it.recording;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roster.scim.it.http.ScimAnswer;

/** What one answer must look like: {@code status}, {@code headers}, {@code body}, {@code json} of a recording. */
final class Expectation {
    private final JsonObject part;
    private final Names names;

    Expectation(JsonObject part, Names names) {
        this.part = part;
        this.names = names;
    }

    /** What is wrong with the answer, a sentence each; a wrong status hides the rest. */
    List<String> faults(String where, ScimAnswer answer) {
        if (part.containsKey("status") && !statuses().contains(answer.status())) {
            return List.of(where + ": status " + answer.status() + ", wanted " + statuses() + ": " + answer.body());
        }
        List<String> faults = new ArrayList<>();
        if (part.getString("body", "").equals("none") && !answer.body().isBlank()) {
            faults.add(where + ": the body is not empty: " + answer.body());
        }
        matchers("headers").forEach((header, wanted) -> {
            Optional<JsonValue> found = answer.header(header).map(Json::createValue);
            check(found, wanted).ifPresent(fault -> faults.add(where + ": header " + header + " " + fault));
        });
        if (answer.status() != 204) {
            Optional<JsonValue> document = document(answer);
            matchers("json").forEach((pointer, wanted) -> {
                String place = names.fill(pointer);
                Optional<JsonValue> found = document.flatMap(CaselessPointer.of(place)::in);
                check(found, wanted).ifPresent(fault -> faults.add(where + ": " + place + " " + fault));
            });
        }
        return faults;
    }

    /** The body as JSON of any kind; empty when there is no body. */
    static Optional<JsonValue> document(ScimAnswer answer) {
        if (answer.body().isBlank()) {
            return Optional.empty();
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return Optional.of(reader.readValue());
        } catch (JsonException e) {
            throw new AssertionError(answer.request() + " did not answer with JSON: " + answer.body(), e);
        }
    }

    private Optional<String> check(Optional<JsonValue> found, JsonValue wanted) {
        JsonValue filled = names.fill(wanted);
        return Matcher.of(filled).matches(found)
                ? Optional.empty()
                : Optional.of("is " + found.map(JsonValue::toString).orElse("absent") + ", wanted " + filled);
    }

    private List<Integer> statuses() {
        return part.getJsonArray("status").getValuesAs(JsonNumber::intValueExact);
    }

    private JsonObject matchers(String key) {
        return Optional.ofNullable(part.getJsonObject(key)).orElse(JsonObject.EMPTY_JSON_OBJECT);
    }

    /** A captured value as the text that stands for its name. */
    static String asText(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
