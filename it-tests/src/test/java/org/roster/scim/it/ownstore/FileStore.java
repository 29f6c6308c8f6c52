package org.roster.scim.it.ownstore;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
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
import org.roster.scim.spi.Holding;
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
        return write(context, type, user(UUID.randomUUID().toString(), now, now, attributes));
    }

    @Override
    public synchronized ScimResource update(
            RequestContext context, ResourceKey key, ResourceUpdate update, Projection projection) {
        ScimResource before = existing(context, key);
        return changed(context, key.type(), before, update.applyTo(before, Holding.ALIKE));
    }

    @Override
    public synchronized ScimResource delete(RequestContext context, ResourceKey key, Precondition precondition) {
        ScimResource gone = existing(context, key);
        onDisk(() -> Files.deleteIfExists(folder(context).resolve(gone.id())));
        users(context).remove(gone.id());
        ReferenceAttributes managers = ReferenceAttributes.of(key.type(), "User");
        all(context)
                .forEach(user -> changed(context, key.type(), user, managers.without(user.attributes(), gone.id())));
        return gone;
    }

    private ScimResource existing(RequestContext context, ResourceKey key) {
        return read(context, key, Projection.DEFAULT).orElseThrow(() -> ScimException.notFound("User", key.id()));
    }

    private ScimResource changed(RequestContext context, ResourceType type, ScimResource user, JsonObject attributes) {
        return attributes.equals(user.attributes())
                ? user
                : write(context, type, user(user.id(), user.meta().created(), DateTimes.now(), attributes));
    }

    private ScimResource write(RequestContext context, ResourceType type, ScimResource user) {
        UniqueValues.require(type, user, all(context));
        JsonObject content = Json.createObjectBuilder()
                .add("created", user.meta().created().toString())
                .add("lastModified", user.meta().lastModified().toString())
                .add("attributes", user.attributes())
                .build();
        onDisk(() -> {
            Path whole = Files.writeString(root.resolve(user.id() + ".new"), content.toString());
            return Files.move(whole, folder(context).resolve(user.id()), StandardCopyOption.REPLACE_EXISTING);
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
            try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
                JsonObject content = reader.readObject();
                return user(
                        file.getFileName().toString(),
                        Instant.parse(content.getString("created")),
                        Instant.parse(content.getString("lastModified")),
                        content.getJsonObject("attributes"));
            }
        });
    }

    private static ScimResource user(String id, Instant created, Instant modified, JsonObject attributes) {
        return new ScimResource(id, new Meta("User", created, modified, ""), attributes);
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
