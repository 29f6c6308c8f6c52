package org.roster.scim.engine.store.memory;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.ReferenceAttributes;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.SchemaRegistry;
import org.roster.scim.schema.UniqueValues;
import org.roster.scim.spi.Holding;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.StoreFeatures;

/**
 * Keeps resources in a map. It says in the plainest words what a store must do, and is the yardstick for the others; it is
 * not meant to be fast. Members are kept as ids; what is shown of a member is looked up when it is read.
 */
public final class MemoryResourceStore
        implements ResourceStore.Reads,
                ResourceStore.Queries,
                ResourceStore.Creates,
                ResourceStore.Updates,
                ResourceStore.Deletes,
                ResourceStore.Atomic {

    private static final JsonProvider JSON = JsonProvider.provider();

    private record Entry(String tenant, ResourceType type, ScimResource resource) {

        /** By name: a resource type may get extensions while the service runs. */
        boolean isOf(ResourceType other) {
            return type.name().equals(other.name());
        }
    }

    private final SchemaRegistry registry;
    private final Map<String, Entry> entries = new TreeMap<>();

    /**
     * Makes an empty store.
     *
     * @param registry has the resource types
     */
    public MemoryResourceStore(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public boolean keeps(ResourceType type) {
        return true;
    }

    @Override
    public StoreFeatures features() {
        return new StoreFeatures(true, true, true, true);
    }

    @Override
    public synchronized Optional<ScimResource> read(RequestContext context, ResourceKey key, Projection projection) {
        return find(context, key).map(this::shown);
    }

    private Optional<Entry> find(RequestContext context, ResourceKey key) {
        return Optional.ofNullable(entries.get(key.id()))
                .filter(e -> e.tenant().equals(context.tenant()) && e.isOf(key.type()));
    }

    @Override
    public synchronized QueryResult query(RequestContext context, Query query) {
        List<ScimResource> matches = entries.values().stream()
                .filter(e -> e.tenant().equals(context.tenant())
                        && query.types().stream().anyMatch(e::isOf))
                .map(this::shown)
                .filter(r -> matches(query.selection(r.meta().resourceType()), r))
                .toList();
        return new OrderedMatches(query.order().sort(), matches)
                .page(query.order().page());
    }

    private static boolean matches(Selection selection, ScimResource resource) {
        return FilterEvaluator.matches(selection.filter(), selection.type(), resource);
    }

    @Override
    public synchronized ScimResource create(
            RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
        Instant now = DateTimes.now();
        String id = UUID.randomUUID().toString();
        ScimResource created = new ScimResource(id, new Meta(type.name(), now, now, "1"), attributes);
        return shown(put(new Entry(context.tenant(), type, created)));
    }

    @Override
    public synchronized ScimResource update(
            RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        Entry before = find(context, key).orElseThrow(() -> notFound(key));
        update.precondition().check(before.resource().meta().version());
        JsonObject attributes = updated(before, update);
        if (attributes.equals(before.resource().attributes())) {
            return shown(before);
        }
        return shown(put(new Entry(before.tenant(), key.type(), changed(before.resource(), attributes))));
    }

    private JsonObject updated(Entry before, ResourceUpdate update) {
        Optional<String> name = before.type().membership().map(Membership::attribute);
        if (name.isEmpty()) {
            return update.applyTo(before.resource(), Holding.ALIKE);
        }
        MemberList members = new MemberList(
                (JsonArray) before.resource().attributes().getOrDefault(name.get(), JsonValue.EMPTY_JSON_ARRAY),
                this::member);
        JsonObject rest = update.applyTo(before.resource(), Holding.apart(Set.of(name.get())));
        update.changesOf(name.get()).forEach(change -> change.accept(members));
        JsonObjectBuilder changed = JSON.createObjectBuilder(rest);
        addUnlessEmpty(changed, name.get(), members.members());
        return changed.build();
    }

    private JsonObject member(String id) {
        return Optional.ofNullable(entries.get(id))
                .map(e -> reference(e, e.type().name()))
                .orElseGet(() -> JSON.createObjectBuilder().add("value", id).build());
    }

    private Entry put(Entry entry) {
        ScimResource resource = entry.resource();
        requireUnique(entry);
        requireMembers(entry);
        Entry stored = new Entry(
                entry.tenant(),
                entry.type(),
                resource.withAttributes(withMemberIds(entry.type(), resource.attributes())));
        entries.put(resource.id(), stored);
        return stored;
    }

    private void requireUnique(Entry entry) {
        Stream<ScimResource> ofItsType = entries.values().stream()
                .filter(e -> e.tenant().equals(entry.tenant()) && e.isOf(entry.type()))
                .map(Entry::resource);
        UniqueValues.require(entry.type(), entry.resource(), ofItsType);
    }

    private void requireMembers(Entry entry) {
        Optional<ResolvedPath> members =
                entry.type().membership().map(Membership::attribute).flatMap(entry.type()::resolve);
        List<String> allowed = members.flatMap(m -> m.attribute().subAttribute("$ref"))
                .map(Attribute::referenceTypes)
                .orElse(List.of());
        memberIds(entry).forEach(id -> {
            boolean known = Optional.ofNullable(entries.get(id))
                    .filter(e -> e.tenant().equals(entry.tenant()))
                    .filter(e -> allowed.isEmpty() || allowed.contains(e.type().name()))
                    .isPresent();
            if (!known || id.equals(entry.resource().id())) {
                throw ScimException.invalidValue(
                        "members: there is no other resource with the id \"" + id + "\" that can be a member");
            }
        });
    }

    private static Stream<String> memberIds(Entry entry) {
        return entry.type()
                .membership()
                .map(m ->
                        entry.resource().values(AttributePath.of(m.attribute()).sub("value")))
                .orElse(Stream.empty())
                .map(v -> ((JsonString) v).getString());
    }

    /** Of a member only the id is kept. */
    private static JsonObject withMemberIds(ResourceType type, JsonObject attributes) {
        Optional<String> name = type.membership().map(Membership::attribute).filter(attributes::containsKey);
        if (name.isEmpty()) {
            return attributes;
        }
        JsonArrayBuilder ids = JSON.createArrayBuilder();
        attributes.getJsonArray(name.get()).stream()
                .map(m -> Optional.ofNullable(m.asJsonObject().get("value"))
                        .orElseThrow(() -> ScimException.invalidValue(
                                name.get() + ": each element needs the id of a resource as \"value\", found " + m)))
                .distinct()
                .sorted(Comparator.comparing(JsonValue::toString))
                .forEach(id -> ids.add(JSON.createObjectBuilder().add("value", id)));
        return JSON.createObjectBuilder(attributes).add(name.get(), ids).build();
    }

    @Override
    public synchronized ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
        Entry entry = find(context, key).orElseThrow(() -> notFound(key));
        precondition.check(entry.resource().meta().version());
        entries.remove(key.id());
        Map<ResourceType, ReferenceAttributes> references = new HashMap<>();
        entries.replaceAll((id, other) -> other.tenant().equals(context.tenant())
                ? without(
                        references.computeIfAbsent(
                                other.type(),
                                type -> ReferenceAttributes.of(
                                        type, entry.type().name())),
                        entry,
                        other)
                : other);
        return entry.resource();
    }

    private static Entry without(ReferenceAttributes references, Entry gone, Entry entry) {
        JsonObject attributes = entry.resource().attributes();
        JsonObject rest = references.without(attributes, gone.resource().id());
        return rest.equals(attributes)
                ? entry
                : new Entry(entry.tenant(), entry.type(), changed(entry.resource(), rest));
    }

    private static ScimResource changed(ScimResource before, JsonObject attributes) {
        Meta meta = before.meta();
        Meta changed = new Meta(
                meta.resourceType(),
                meta.created(),
                DateTimes.now(),
                Long.toString(Long.parseLong(meta.version()) + 1));
        return new ScimResource(before.id(), changed, attributes);
    }

    @Override
    public synchronized <T> T atomically(Function<ResourceStore, T> work) {
        Map<String, Entry> before = Map.copyOf(entries);
        try {
            return work.apply(this);
        } catch (RuntimeException e) {
            entries.clear();
            entries.putAll(before);
            throw e;
        }
    }

    private static ScimException notFound(ResourceKey key) {
        return ScimException.notFound(key.type().name(), key.id());
    }

    /** The resource with what is derived: how members look, and where it is a member itself. */
    private ScimResource shown(Entry entry) {
        JsonObjectBuilder shown =
                JSON.createObjectBuilder(withMembersShown(entry).attributes());
        registry.of(entry.tenant()).resourceTypes().stream()
                .flatMap(t -> t.membership().stream())
                .flatMap(m -> m.inverse().stream())
                .filter(name -> entry.type().schema().attribute(name).isPresent())
                .forEach(name -> {
                    JsonArrayBuilder groups = JSON.createArrayBuilder();
                    entries.values().stream()
                            .filter(g -> memberIds(g).anyMatch(entry.resource().id()::equals))
                            .forEach(g -> groups.add(reference(g, "direct")));
                    addUnlessEmpty(shown, name, groups.build());
                });
        return entry.resource().withAttributes(shown.build());
    }

    private ScimResource withMembersShown(Entry entry) {
        JsonObjectBuilder shown = JSON.createObjectBuilder(entry.resource().attributes());
        entry.type().membership().ifPresent(m -> {
            JsonArrayBuilder members = JSON.createArrayBuilder();
            memberIds(entry).map(this::member).forEach(members::add);
            addUnlessEmpty(shown, m.attribute(), members.build());
        });
        return entry.resource().withAttributes(shown.build());
    }

    private static void addUnlessEmpty(JsonObjectBuilder object, String name, JsonArray array) {
        if (array.isEmpty()) {
            object.remove(name);
        } else {
            object.add(name, array);
        }
    }

    private static JsonObject reference(Entry entry, String type) {
        JsonObjectBuilder reference =
                JSON.createObjectBuilder().add("value", entry.resource().id());
        entry.resource()
                .firstText(entry.type().displayAttributes())
                .ifPresent(display -> reference.add("display", display));
        return reference.add("type", type).build();
    }
}
