package org.roster.scim.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.roster.scim.engine.schema.SchemaDocuments;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.fixture.Vocabulary;
import org.roster.scim.it.http.Gate;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.http.ScimHttp;
import org.roster.scim.patch.PatchRequest;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaExtension;
import org.roster.scim.schema.SchemaRegistry;

/**
 * What a service says of itself at {@code /ServiceProviderConfig}, {@code /ResourceTypes} and {@code /Schemas}. A test whose
 * request needs an endpoint or an attribute that is not there is aborted, and so is one whose request is refused with 501 and
 * asks for what is not claimed. A 501 to what is claimed reaches the test.
 *
 * @param config ServiceProviderConfig
 * @param registry the resource types
 */
record Published(JsonObject config, SchemaRegistry registry) implements Gate {

    /** Asks the service. */
    static Published by(ScimHttp client) {
        Map<String, JsonObject> schemas = client.get("/Schemas").expect(200).resources().stream()
                .collect(Collectors.toMap(schema -> schema.getString("id"), schema -> schema));
        List<ResourceType> types = client.get("/ResourceTypes").expect(200).resources().stream()
                .map(type -> type(type, schemas))
                .toList();
        return new Published(client.get("/ServiceProviderConfig").expect(200).json(), new SchemaRegistry(types));
    }

    private static ResourceType type(JsonObject type, Map<String, JsonObject> schemas) {
        JsonArray extensions = type.containsKey("schemaExtensions")
                ? type.getJsonArray("schemaExtensions")
                : JsonValue.EMPTY_JSON_ARRAY;
        return ResourceType.of(
                        type.getString("name"),
                        type.getString("endpoint"),
                        SchemaDocuments.read(schemas.get(type.getString("schema"))))
                .extensions(extensions.getValuesAs(JsonObject.class).stream()
                        .map(e -> new SchemaExtension(
                                SchemaDocuments.read(schemas.get(e.getString("schema"))), e.getBoolean("required")))
                        .toList())
                .build();
    }

    /** Whether the configuration claims this: {@code patch}, {@code bulk}, {@code filter}, {@code sort}, {@code etag}, or {@code cursor}. */
    boolean claims(String feature) {
        return feature.equals("cursor")
                ? Optional.ofNullable(config.getJsonObject("pagination"))
                        .map(p -> p.getBoolean("cursor", false))
                        .orElse(false)
                : Optional.ofNullable(config.getJsonObject(feature))
                        .map(f -> f.getBoolean("supported", false))
                        .orElse(false);
    }

    /** Whether there is a resource type at an endpoint. */
    boolean has(String endpoint) {
        return registry.byEndpoint(endpoint).isPresent();
    }

    /** Whether the schema of groups lets groups be members. */
    boolean takesGroupsInGroups() {
        return registry.byName(TestSchemas.GROUP.name())
                .flatMap(group -> group.resolve(AttributePath.of("members").sub("type")))
                .map(type -> type.target().canonicalValues())
                .filter(types -> types.isEmpty() || types.contains(TestSchemas.GROUP.name()))
                .isPresent();
    }

    @Override
    public void pass(Request request) {
        String endpoint = endpoint(request);
        if (endpoint.equals("/Bulk")) {
            passAll(request);
            return;
        }
        String typed = endpoint.equals("/Me") ? TestSchemas.USER.endpoint() : endpoint;
        TestSchemas.REGISTRY.byEndpoint(typed).ifPresent(full -> {
            if (!has(typed)) {
                throw new TestAbortedException("there is no resource type at " + typed);
            }
            try {
                pass(request, full);
            } catch (ScimException mistake) {
                // Somebody wants to see how it is refused.
            }
        });
    }

    private void passAll(Request bulk) {
        json(bulk.body())
                .filter(body -> body.get("Operations") instanceof JsonArray)
                .ifPresent(body -> body.getJsonArray("Operations").stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .forEach(o -> pass(new Request(
                                text(o, "method"),
                                text(o, "path"),
                                Map.of(),
                                Optional.ofNullable(o.get("data"))
                                        .map(Object::toString)
                                        .orElse("")))));
    }

    private void pass(Request request, ResourceType full) {
        Vocabulary vocabulary = new Vocabulary(registry);
        Map<String, String> parameters = parameters(request);
        Optional.ofNullable(parameters.get("filter"))
                .ifPresent(filter -> vocabulary.require(full, FilterParser.parse(filter, FilterLimits.DEFAULT)));
        Stream.of("sortBy", "attributes", "excludedAttributes")
                .flatMap(name -> Arrays.stream(parameters.getOrDefault(name, "").split(",")))
                .flatMap(path -> AttributePath.parse(path.strip()).stream())
                .forEach(path -> vocabulary.require(full, path));
        if (isSearch(request)) {
            return;
        }
        Optional<JsonObject> body = json(request.body());
        if (request.method().equals("PATCH")) {
            body.ifPresent(message -> vocabulary.require(full, PatchRequest.parse(message, FilterLimits.DEFAULT)));
        } else {
            body.ifPresent(resource -> vocabulary.require(full, resource));
        }
    }

    @Override
    public ScimAnswer seen(Request request, ScimAnswer answer) {
        if (answer.status() == 501) {
            List<String> wanted = wanted(request);
            if (wanted.isEmpty()) {
                throw new TestAbortedException("the configuration has no word for what is refused: " + answer.body());
            }
            if (!wanted.stream().allMatch(this::claims)) {
                throw new TestAbortedException(
                        "the service claims no " + String.join(", ", wanted) + ": " + answer.body());
            }
        }
        return claims("etag") ? answer : answer.unversioned();
    }

    /** The features that a request needs; none if the configuration has no word for it. */
    private static List<String> wanted(Request request) {
        if (List.of("/", "/.search").contains(endpoint(request))) {
            return List.of();
        }
        Map<String, String> parameters = parameters(request);
        Map<String, Boolean> needed = Map.of(
                "patch", request.method().equals("PATCH"),
                "bulk", endpoint(request).equals("/Bulk"),
                "filter", parameters.containsKey("filter"),
                "sort", parameters.containsKey("sortBy"),
                "cursor", parameters.containsKey("cursor"),
                "etag", Stream.of("If-Match", "If-None-Match").anyMatch(request.headers()::containsKey));
        return needed.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String endpoint(Request request) {
        String path = request.path().split("\\?", 2)[0];
        return "/" + path.replaceFirst("^/", "").split("/", 2)[0];
    }

    private static boolean isSearch(Request request) {
        return request.path().split("\\?", 2)[0].endsWith("/.search");
    }

    /** Those of the query, or those in the body of a search. */
    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        if (isSearch(request)) {
            json(request.body())
                    .ifPresent(search -> search.keySet().forEach(name -> parameters.put(name, text(search, name))));
            return parameters;
        }
        String[] parts = request.path().split("\\?", 2);
        Stream.of(parts.length < 2 ? new String[0] : parts[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])));
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException wrong) {
            return text;
        }
    }

    /** A text, or the texts of a list with commas between them. */
    private static String text(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value instanceof JsonArray list) {
            return list.stream()
                    .filter(JsonString.class::isInstance)
                    .map(v -> ((JsonString) v).getString())
                    .collect(Collectors.joining(","));
        }
        return value instanceof JsonString text ? text.getString() : "";
    }

    private static Optional<JsonObject> json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return Optional.of(reader.readObject());
        } catch (JsonException noObject) {
            return Optional.empty();
        }
    }
}
