package org.roster.scim.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.roster.scim.error.ScimException;
import org.roster.scim.fixture.Body;
import org.roster.scim.fixture.Directory;
import org.roster.scim.fixture.RandomPatches;
import org.roster.scim.fixture.RandomResources;
import org.roster.scim.fixture.RandomValues;
import org.roster.scim.fixture.TestSchemas;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.spi.ResourceStore;

/**
 * Random PATCH requests to a few resources, carried out by a store and by {@link NaivePatch}. Both must come to the same
 * resource or to the same refusal, what was refused must have changed nothing, and what changed nothing must not say that it
 * did. A case is one operation; there are up to eight in a request.
 */
public final class PatchComparison {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final List<ResourceType> TYPES = List.of(TestSchemas.USER, TestSchemas.GROUP, TestSchemas.THING);
    private static final int OF_EACH_TYPE = 4;

    private final Directory directory;
    private final Trial trial;
    private final RandomValues values;
    private final Map<String, ScimResource> live = new LinkedHashMap<>();
    private int requests;
    private int operations;
    private int refused;
    private int withoutEffect;

    private PatchComparison(ResourceStore store, Trial trial) {
        this.directory = new Directory(store, "patches-" + UUID.randomUUID());
        this.trial = trial;
        this.values = RandomValues.few(trial.random());
    }

    /** Asks as often as the trial says. */
    public static void run(ResourceStore store, Trial trial) {
        PatchComparison comparison = new PatchComparison(store, trial);
        comparison.run();
        trial.done(comparison.operations + " operations in " + comparison.requests + " requests, " + comparison.refused
                + " refused, " + comparison.withoutEffect + " without effect, 0 differences");
    }

    private void run() {
        RandomResources resources = new RandomResources(values);
        Map<ResourceType, RandomPatches> dice = new LinkedHashMap<>();
        for (ResourceType type : TYPES) {
            for (Body body : resources.of(type, OF_EACH_TYPE)) {
                ScimResource created = directory.create(body);
                live.put(created.id(), created);
            }
        }
        List<String> ids = List.copyOf(live.keySet());
        List<String> things = idsOf(r -> type(r).equals(TestSchemas.THING));
        List<String> others = idsOf(r -> !type(r).equals(TestSchemas.THING));
        TYPES.forEach(type -> dice.put(type, new RandomPatches(values, type, others, things)));
        while (operations < trial.cases()) {
            ScimResource before = live.get(values.pick(ids));
            ResourceType type = type(before);
            JsonObject message = dice.get(type).next(before.id(), attributes(before));
            requests++;
            operations += message.getJsonArray("Operations").size();
            compare(type, before, message);
        }
    }

    private List<String> idsOf(Predicate<ScimResource> which) {
        return live.values().stream().filter(which).map(ScimResource::id).toList();
    }

    private static ResourceType type(ScimResource resource) {
        return TestSchemas.REGISTRY.byName(resource.meta().resourceType()).orElseThrow();
    }

    private void compare(ResourceType type, ScimResource before, JsonObject message) {
        JsonObject attributes = attributes(before);
        Object expected = expected(type, before, message);
        Object actual = actual(before, message);
        Supplier<String> what = () -> trial.seed() + ", request " + requests + "\nbefore " + attributes + "\nrequest "
                + message.get("Operations") + "\noracle " + expected + "\nstore  " + actual;
        if (actual instanceof ScimException refusal) {
            if (!(expected instanceof Refused oracle) || !oracle.allows(answer(refusal))) {
                fail(what.get());
            }
            refused++;
            assertThat(directory.read(before).meta()).as(what).isEqualTo(before.meta());
            assertThat(attributes(directory.read(before))).as(what).isEqualTo(attributes);
            return;
        }
        ScimResource after = (ScimResource) actual;
        if (!attributes(after).equals(expected)) {
            fail(what.get() + "\n" + difference(expected, attributes(after)));
        }
        live.put(after.id(), after);
        boolean changed = !attributes.equals(expected);
        withoutEffect += changed ? 0 : 1;
        assertThat(after.meta().version().equals(before.meta().version()))
                .as(what)
                .isNotEqualTo(changed);
        if (values.oneIn(10)) {
            assertThat(directory.read(before)).as(what).isEqualTo(after);
        }
    }

    static String answer(ScimException refusal) {
        return refusal.status() + refusal.scimType().map(t -> " " + t.keyword()).orElse("");
    }

    private static String difference(Object expected, JsonObject actual) {
        if (!(expected instanceof JsonObject oracle)) {
            return "accepted";
        }
        StringBuilder difference = new StringBuilder();
        Set<String> names = new TreeSet<>(oracle.keySet());
        names.addAll(actual.keySet());
        names.removeIf(name -> Objects.equals(oracle.get(name), actual.get(name)));
        names.forEach(name -> difference
                .append("\n")
                .append(name)
                .append("\noracle ")
                .append(oracle.get(name))
                .append("\nstore  ")
                .append(actual.get(name)));
        return difference.toString();
    }

    private Object expected(ResourceType type, ScimResource before, JsonObject message) {
        try {
            return sorted(NaivePatch.apply(type, attributes(before), message, others(type, before)));
        } catch (Refused e) {
            return e;
        }
    }

    private Object actual(ScimResource before, JsonObject message) {
        try {
            return directory.patch(before, message);
        } catch (ScimException e) {
            return e;
        }
    }

    /** What a client may patch, and how it is to be seen now: members under the names that they have now. */
    private JsonObject attributes(ScimResource resource) {
        JsonObjectBuilder attributes =
                JSON.createObjectBuilder(resource.attributes()).remove("groups");
        if (resource.attributes().get("members") instanceof JsonArray members) {
            JsonArrayBuilder shown = JSON.createArrayBuilder();
            members.forEach(m -> shown.add(shown(live.get(m.asJsonObject().getString("value")))));
            attributes.add("members", shown);
        }
        return sorted(attributes.build());
    }

    /** Members are a set. */
    private static JsonObject sorted(JsonObject attributes) {
        if (!(attributes.get("members") instanceof JsonArray members)) {
            return attributes;
        }
        JsonArrayBuilder inOrder = JSON.createArrayBuilder();
        members.stream().sorted(Comparator.comparing(JsonValue::toString)).forEach(inOrder::add);
        return JSON.createObjectBuilder(attributes).add("members", inOrder).build();
    }

    private static JsonObject shown(ScimResource member) {
        JsonObjectBuilder shown = JSON.createObjectBuilder().add("value", member.id());
        type(member).displayAttributes().stream()
                .map(member.attributes()::get)
                .filter(JsonString.class::isInstance)
                .findFirst()
                .ifPresent(text -> shown.add("display", text));
        return shown.add("type", member.meta().resourceType()).build();
    }

    private Surroundings others(ResourceType type, ScimResource self) {
        return new Surroundings() {
            @Override
            public boolean taken(String urn, Attribute attribute, JsonValue value) {
                return live.values().stream()
                        .filter(r -> type(r).equals(type) && !r.id().equals(self.id()))
                        .map(r ->
                                urn.isEmpty() ? r.attributes() : r.attributes().get(urn))
                        .filter(JsonObject.class::isInstance)
                        .flatMap(h -> Representation.values(h.asJsonObject().get(attribute.name())).stream())
                        .anyMatch(v -> NaiveValues.compare(attribute, v, value) == 0);
            }

            @Override
            public Optional<JsonObject> member(String id) {
                return Optional.ofNullable(live.get(id)).map(PatchComparison::shown);
            }

            @Override
            public boolean mayBeMember(String id) {
                return live.containsKey(id)
                        && !id.equals(self.id())
                        && !type(live.get(id)).equals(TestSchemas.THING);
            }
        };
    }
}
