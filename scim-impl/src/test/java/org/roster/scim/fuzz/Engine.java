package org.roster.scim.fuzz;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Modes;
import org.roster.scim.engine.dialect.Dialect;
import org.roster.scim.engine.dialect.Speaker;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.JsonText;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ResourceType;

/** The parts of the engine that targets put together. */
final class Engine {

    static final List<ResourceType> TYPES =
            List.of(TestSchemas.USER, TestSchemas.GROUP, TestSchemas.THING, TestSchemas.DEVICE);
    static final Configuration CONFIGURATION = mode("rfc");

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonDecoder DECODER = new JsonDecoder(JsonLimits.DEFAULT);
    private static final List<Dialect> DIALECTS = List.of(dialect("rfc"), dialect("compat"), dialect("entra"));

    private static final Map<ResourceType, JsonObject> ATTRIBUTES =
            TYPES.stream().collect(Collectors.toMap(type -> type, Engine::made));

    private Engine() {}

    private static Configuration mode(String mode) {
        return new Configuration(Map.of("roster.mode", mode, "roster.cursor.timeout", "1000000")::get, Map.of());
    }

    private static Dialect dialect(String mode) {
        return new Dialect(mode(mode), new Speaker(new Modes(mode(mode))));
    }

    static Dialect dialect(int which) {
        return DIALECTS.get(Math.floorMod(which, DIALECTS.size()));
    }

    static ResourceType type(int which) {
        return TYPES.get(Math.floorMod(which, TYPES.size()));
    }

    /** Empty where no server would hand on such a text. */
    static Optional<String> text(byte[] data) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static JsonObject json(byte[] body) {
        return DECODER.decode(body);
    }

    /** A message with these operations. */
    static JsonObject message(String schema, byte[] operations) {
        String head = "{\"schemas\":[\"" + schema + "\"],\"Operations\":";
        byte[] before = head.getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(before.length + operations.length + 1)
                .put(before)
                .put(operations)
                .put((byte) '}')
                .array();
        return json(all);
    }

    /** The object as the body of a POST: with its schema. */
    static JsonObject withSchema(ResourceType type, JsonObject body) {
        JsonArray schemas = JSON.createArrayBuilder().add(type.schema().id()).build();
        return JSON.createObjectBuilder(body).add("schemas", schemas).build();
    }

    static ScimResource stored(ResourceType type, JsonObject attributes) {
        return new ScimResource("1", new Meta(type.name(), Instant.EPOCH, Instant.EPOCH, "1"), attributes);
    }

    /** A resource with something in most places. */
    static JsonObject attributes(ResourceType type) {
        return Objects.requireNonNull(ATTRIBUTES.get(type));
    }

    private static JsonObject made(ResourceType type) {
        Body body = switch (type.name()) {
            case "User" -> user();
            case "Group" -> Body.aGroup("Tour guides").with("externalId", "g-1");
            case "Device" -> Body.aDevice("Laptop", "S-1");
            default -> thing();
        };
        return body.attributes();
    }

    private static Body user() {
        return Body.aUser()
                .withName("Barbara", "Jensen")
                .withPrimaryEmail("work", "bjensen@example.com")
                .withEmail("home", "babs@example.org")
                .with("active", true)
                .with("locale", "en-US")
                .with("timezone", "America/Los_Angeles")
                .with("profileUrl", "https://login.example.com/bjensen")
                .with("addresses", JsonText.array("[{'type': 'work', 'country': 'US', 'locality': 'Hollywood'}]"))
                .with(
                        TestSchemas.ENTERPRISE,
                        JsonText.object("{'department': 'Tours', 'manager': {'value': '26118915'}}"));
    }

    private static Body thing() {
        return Body.aThing("alpha")
                .with("note", "Apple")
                .with("flag", true)
                .with("count", 1)
                .with("tags", JsonText.array("['Red', 'blue']"))
                .with("flags", JsonText.array("[true, false]"))
                .with("box", JsonText.object("{'kind': 'Crate', 'width': 3}"))
                .with("parts", JsonText.array("""
                        [{'value': 'p1', 'type': 'big', 'primary': true, 'size': 1, 'marks': ['m', 'n']},
                         {'value': 'p2', 'type': 'small', 'size': 20, 'mass': 0.5}]"""))
                .with(
                        TestSchemas.BADGE,
                        JsonText.object("{'number': 'B-1', 'levels': [{'value': 'gold', 'type': 'x'}]}"));
    }
}
