package org.roster.scim.it.ownstore;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.filter.FilterEvaluator;
import org.roster.scim.query.Page;
import org.roster.scim.query.Projection;
import org.roster.scim.query.Query;
import org.roster.scim.query.QueryResult;
import org.roster.scim.query.Selection;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ReferenceAttributes;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.UniqueValues;
import org.roster.scim.spi.Precondition;
import org.roster.scim.spi.RequestContext;
import org.roster.scim.spi.ResourceKey;
import org.roster.scim.spi.ResourceStore;
import org.roster.scim.spi.ResourceUpdate;
import org.roster.scim.spi.StoreFeatures;

/**
 * Users as JSON files, one each, in a folder per tenant. No groups, no order, no versions, no cursors, no transactions; one
 * process at a time.
 */
final class FileStore
        implements ResourceStore.Reads,
                ResourceStore.Queries,
                ResourceStore.Creates,
                ResourceStore.Updates,
                ResourceStore.Deletes {

    private static final System.Logger LOG = System.getLogger(FileStore.class.getName());
    private static final String NO_VERSION = "";

    private final Path root;
    private final Map<String, NavigableMap<String, ScimResource>> known = new HashMap<>();

    FileStore(Path root) {
        this.root = root;
    }

    @Override
    public boolean keeps(ResourceType type) {
        return type.name().equals("User");
    }

    @Override
    public StoreFeatures features() {
        return new StoreFeatures(false, false, false, false);
    }

    @Override
    public synchronized Optional<ScimResource> read(RequestContext context, ResourceKey key, Projection projection) {
        return Optional.ofNullable(users(context).get(key.id()));
    }

    @Override
    public synchronized QueryResult query(RequestContext context, Query query) {
        Selection users = query.selections().get(0);
        List<ScimResource> found = all(context)
                .filter(user -> FilterEvaluator.matches(users.filter(), users.type(), user))
                .toList();
        Page.ByIndex page = (Page.ByIndex) query.order().page();
        return QueryResult.of(
                found.stream().skip(page.startIndex() - 1L).limit(page.count()).toList(), found.size());
    }

    @Override
    public synchronized ScimResource create(
            RequestContext context, ResourceType type, JsonObject attributes, Projection projection) {
        Instant now = DateTimes.now();
        Meta meta = new Meta(type.name(), now, now, NO_VERSION);
        ScimResource user = new ScimResource(UUID.randomUUID().toString(), meta, attributes);
        UniqueValues.require(type, user, all(context));
        return write(context, user);
    }

    @Override
    public synchronized ScimResource update(
            RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        ScimResource before = existing(context, key);
        JsonObject attributes = update.applyTo(before, Set.of());
        if (attributes.equals(before.attributes())) {
            return before;
        }
        UniqueValues.require(key.type(), before.withAttributes(attributes), all(context));
        return write(context, changed(before, attributes));
    }

    @Override
    public synchronized ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
        ScimResource gone = existing(context, key);
        onDisk(() -> Files.deleteIfExists(file(context, gone)));
        users(context).remove(gone.id());
        ReferenceAttributes references =
                ReferenceAttributes.of(key.type(), key.type().name());
        all(context).forEach(user -> {
            JsonObject rest = references.without(user.attributes(), gone.id());
            if (!rest.equals(user.attributes())) {
                write(context, changed(user, rest));
            }
        });
        return gone;
    }

    private ScimResource existing(RequestContext context, ResourceKey key) {
        return read(context, key, Projection.DEFAULT)
                .orElseThrow(() -> ScimException.notFound(key.type().name(), key.id()));
    }

    private static ScimResource changed(ScimResource user, JsonObject attributes) {
        Meta meta = user.meta();
        return new ScimResource(
                user.id(), new Meta(meta.resourceType(), meta.created(), DateTimes.now(), NO_VERSION), attributes);
    }

    private Path file(RequestContext context, ScimResource user) {
        return folder(context).resolve(user.id() + ".json");
    }

    private ScimResource write(RequestContext context, ScimResource user) {
        Path file = file(context, user);
        JsonObject content = Json.createObjectBuilder()
                .add("id", user.id())
                .add("created", DateTimes.wire(user.meta().created()))
                .add("lastModified", DateTimes.wire(user.meta().lastModified()))
                .add("attributes", user.attributes())
                .build();
        onDisk(() -> {
            Path whole = Files.writeString(root.resolve(user.id() + ".new"), content.toString());
            return Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        });
        users(context).put(user.id(), user);
        return user;
    }

    /** In the order of their ids. */
    private Stream<ScimResource> all(RequestContext context) {
        return List.copyOf(users(context).values()).stream();
    }

    /** The users of a tenant by their ids, from the files when somebody asks for the first time. */
    private NavigableMap<String, ScimResource> users(RequestContext context) {
        return known.computeIfAbsent(
                context.tenant(),
                tenant -> onDisk(() -> {
                    NavigableMap<String, ScimResource> users = new TreeMap<>();
                    try (Stream<Path> files = Files.list(Files.createDirectories(folder(context)))) {
                        files.map(FileStore::parsed).forEach(user -> users.put(user.id(), user));
                    }
                    return users;
                }));
    }

    private Path folder(RequestContext context) {
        return root.resolve("tenant-" + context.tenant());
    }

    private static ScimResource parsed(Path file) {
        return onDisk(() -> {
            try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
                JsonObject content = reader.readObject();
                Meta meta = new Meta(
                        "User",
                        Instant.parse(content.getString("created")),
                        Instant.parse(content.getString("lastModified")),
                        NO_VERSION);
                return new ScimResource(content.getString("id"), meta, content.getJsonObject("attributes"));
            }
        });
    }

    /** Something that needs the disk. */
    private interface Work<T> {
        T done() throws IOException;
    }

    private static <T> T onDisk(Work<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The files of the users cannot be used", e);
            throw ScimException.of(503, "the users cannot be read or written now");
        }
    }
}
