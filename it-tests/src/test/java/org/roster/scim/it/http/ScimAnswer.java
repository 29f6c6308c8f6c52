package org.roster.scim.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opentest4j.TestAbortedException;

/**
 * What came back. Header names are found in any case; JSON pointers (RFC 6901) are exact, because the server answers with
 * the canonical names.
 *
 * @param request what was asked, for the message of a failed test
 * @param versioned whether the service claims to have versions
 */
public record ScimAnswer(
        String request, int status, Map<String, List<String>> headers, String body, boolean versioned) {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

    public ScimAnswer {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** An answer of a service that has versions. */
    public ScimAnswer(String request, int status, Map<String, List<String>> headers, String body) {
        this(request, status, headers, body, true);
    }

    /** The same answer, of a service without versions. */
    public ScimAnswer unversioned() {
        return new ScimAnswer(request, status, headers, body, false);
    }

    /** This answer, after making sure of its status. */
    public ScimAnswer expect(int wanted) {
        assertThat(status).as("status of %s: %s", request, brief()).isEqualTo(wanted);
        return this;
    }

    /**
     * This answer, after making sure that it is a SCIM error of this status (RFC 7644 §3.12): the schema, the status as text,
     * a detail for people, and the media type.
     */
    public ScimAnswer expectError(int wanted) {
        expect(wanted);
        assertThat(header("Content-Type").orElse(""))
                .as("media type of the error of %s", request)
                .startsWithIgnoringCase(ScimHttp.SCIM_JSON);
        assertThat(json().getJsonArray("schemas"))
                .as("schemas of the error: %s", brief())
                .isEqualTo(Json.createArrayBuilder().add(ERROR).build());
        assertThat(at("/status")).as("status inside the error").contains(Json.createValue(String.valueOf(wanted)));
        assertThat(textAt("/detail")).as("detail of the error of %s", request).isNotBlank();
        return this;
    }

    /** As {@link #expectError(int)}, with this scimType. */
    public ScimAnswer expectError(int wanted, String scimType) {
        expectError(wanted);
        assertThat(textAt("/scimType"))
                .as("scimType of %s: %s", request, brief())
                .isEqualTo(scimType);
        return this;
    }

    /** The body as an object; fails the test when it is none. */
    public JsonObject json() {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new AssertionError(request + " did not answer with a JSON object: " + status + " " + brief(), e);
        }
    }

    /** The value at the pointer; empty when there is none. JSON null is a value. */
    public Optional<JsonValue> at(String pointer) {
        JsonObject document = json();
        JsonPointer place = Json.createPointer(pointer);
        return place.containsValue(document) ? Optional.of(place.getValue(document)) : Optional.empty();
    }

    /** The text at the pointer; empty when there is no text. */
    public String textAt(String pointer) {
        return at(pointer)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .orElse("");
    }

    public String id() {
        return textAt("/id");
    }

    /** The ETag header, with {@code W/} and quotes; fails the test when there is none, or aborts it when there are none. */
    public String etag() {
        if (!versioned) {
            throw new TestAbortedException("the service has no versions");
        }
        return header("ETag").orElseThrow(() -> new AssertionError(request + " answered without an ETag"));
    }

    /** The last header of this name. */
    public Optional<String> header(String name) {
        List<String> values = headerValues(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    public List<String> headerValues(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The resources of a ListResponse, in the order of the answer. */
    public List<JsonObject> resources() {
        return at("/Resources").orElse(JsonValue.EMPTY_JSON_ARRAY).asJsonArray().getValuesAs(JsonObject.class);
    }

    public int totalResults() {
        return json().getInt("totalResults");
    }

    private String brief() {
        return body.length() <= 600
                ? body
                : String.format(Locale.ROOT, "%s... (%d characters)", body.substring(0, 600), body.length());
    }
}
