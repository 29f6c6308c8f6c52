package org.roster.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;

/**
 * A resource type: an endpoint, a core schema and its extensions. Immutable and thread-safe. This is all that the engine
 * and the stores know about users, groups or any other kind of resource.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-6">RFC 7643 §6</a>
 */
public final class ResourceType {

    private static final Map<String, Attribute> COMMON = CommonAttributes.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(a -> fold(a.name()), Function.identity()));

    private final String name;
    private final String description;
    private final String endpoint;
    private final Schema schema;
    private final List<SchemaExtension> extensions;
    private final @Nullable Membership membership;
    private final List<String> displayAttributes;

    /** Endpoints that the protocol has for other things (RFC 7644 §3.2), without case. */
    private static final Set<String> RESERVED =
            Set.of("/bulk", "/me", "/schemas", "/resourcetypes", "/serviceproviderconfig");

    /** Paths found before. Not those that lead nowhere: clients can make up any number of them. */
    private final Map<AttributePath, ResolvedPath> resolved = new ConcurrentHashMap<>();

    private final List<ResolvedPath> attributes;

    private ResourceType(Builder builder) {
        this.name = builder.name;
        this.description = builder.description;
        this.endpoint = builder.endpoint;
        this.schema = builder.schema;
        this.extensions = List.copyOf(builder.extensions);
        this.membership = builder.membership;
        this.displayAttributes = List.copyOf(builder.displayAttributes);
        this.attributes = Stream.concat(
                        Stream.concat(CommonAttributes.ALL.stream(), schema.attributes().stream())
                                .map(a -> new ResolvedPath(AttributePath.of(a.name()), a, null)),
                        extensions.stream()
                                .flatMap(e -> e.schema().attributes().stream()
                                        .map(a -> new ResolvedPath(
                                                AttributePath.of(a.name())
                                                        .in(e.schema().id()),
                                                a,
                                                null))))
                .toList();
    }

    /**
     * Begins a resource type.
     *
     * @param name its name, which is also its id and the value of {@code meta.resourceType}
     * @param endpoint its endpoint relative to the base URL, with the slash: {@code /Users}
     * @param schema its core schema
     * @return a builder
     */
    public static Builder of(String name, String endpoint, Schema schema) {
        return new Builder(name, endpoint, schema);
    }

    /**
     * The name, which is also the id.
     *
     * @return for instance {@code User}
     */
    public String name() {
        return name;
    }

    /**
     * The description for people.
     *
     * @return may be empty
     */
    public String description() {
        return description;
    }

    /**
     * The endpoint relative to the base URL.
     *
     * @return for instance {@code /Users}
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * The core schema.
     *
     * @return the schema whose attributes stand at the top level of a resource
     */
    public Schema schema() {
        return schema;
    }

    /**
     * The schema extensions.
     *
     * @return in the order in which they are published
     */
    public List<SchemaExtension> extensions() {
        return extensions;
    }

    /**
     * The attribute that lists other resources.
     *
     * @return empty for a type without one
     */
    public Optional<Membership> membership() {
        return Optional.ofNullable(membership);
    }

    /**
     * Which attributes give the text that other resources show for a resource of this type ({@code members.display},
     * {@code groups.display}): the first that has a value.
     *
     * @return names of core attributes, may be empty
     */
    public List<String> displayAttributes() {
        return displayAttributes;
    }

    /**
     * Finds an extension.
     *
     * @param urn its URI, in any case
     * @return empty if the type has no such extension
     */
    public Optional<Schema> extension(String urn) {
        for (SchemaExtension extension : extensions) {
            if (extension.schema().id().equalsIgnoreCase(urn)) {
                return Optional.of(extension.schema());
            }
        }
        return Optional.empty();
    }

    /**
     * The same resource type with more extensions.
     *
     * @param more added at the end; one that is there already takes the new {@code required}
     * @return a new resource type
     */
    public ResourceType with(List<SchemaExtension> more) {
        List<SchemaExtension> all = new ArrayList<>(extensions);
        for (SchemaExtension extension : more) {
            int known =
                    extensions.stream().map(SchemaExtension::schema).toList().indexOf(extension.schema());
            if (known < 0) {
                all.add(extension);
            } else {
                all.set(known, extension);
            }
        }
        Builder builder = of(name, endpoint, schema)
                .description(description)
                .extensions(all)
                .displayAttributes(displayAttributes);
        membership().ifPresent(builder::membership);
        return builder.build();
    }

    /**
     * Finds what a path names: a common attribute, an attribute of the core schema (with or without the schema's URI) or
     * one of an extension (with it). Case does not matter (RFC 7644 §3.10).
     *
     * @param path as a client wrote it
     * @return empty if this type has no such attribute, also for the path of a whole extension
     */
    public Optional<ResolvedPath> resolve(AttributePath path) {
        if (path.name().indexOf('.') >= 0 || path.name().indexOf(':') >= 0) {
            // A member of a body that is called "name.familyName" is no attribute, though a path is written so.
            return Optional.empty();
        }
        @Nullable ResolvedPath known = resolved.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ResolvedPath> found = lookUp(path);
        found.ifPresent(f -> resolved.put(path, f));
        return found;
    }

    /**
     * Finds what a path names.
     *
     * @param path text of the path
     * @return empty if the text is no path or this type has no such attribute
     */
    public Optional<ResolvedPath> resolve(String path) {
        return AttributePath.parse(path).flatMap(this::resolve);
    }

    private Optional<ResolvedPath> lookUp(AttributePath path) {
        Optional<String> urn = path.schema();
        if (urn.isEmpty()) {
            return Optional.ofNullable(COMMON.get(fold(path.name())))
                    .or(() -> schema.attribute(path.name()))
                    .flatMap(a -> complete(AttributePath.of(a.name()), a, path));
        }
        if (urn.get().equalsIgnoreCase(schema.id())) {
            return schema.attribute(path.name()).flatMap(a -> complete(AttributePath.of(a.name()), a, path));
        }
        return extension(urn.get())
                .flatMap(e -> e.attribute(path.name())
                        .flatMap(a -> complete(AttributePath.of(a.name()).in(e.id()), a, path)));
    }

    private static Optional<ResolvedPath> complete(AttributePath canonical, Attribute attribute, AttributePath asked) {
        ResolvedPath whole = new ResolvedPath(canonical, attribute, null);
        return asked.subAttribute().isEmpty()
                ? Optional.of(whole)
                : asked.subAttribute().flatMap(whole::sub);
    }

    /**
     * All attributes of a resource of this type: common ones, core ones, those of extensions.
     *
     * @return in that order
     */
    public Stream<ResolvedPath> attributes() {
        return attributes.stream();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts of a resource type. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final String endpoint;
        private final Schema schema;
        private String description = "";
        private List<SchemaExtension> extensions = List.of();
        private @Nullable Membership membership;
        private List<String> displayAttributes = List.of();

        private Builder(String name, String endpoint, Schema schema) {
            if (!endpoint.matches("/[A-Za-z][A-Za-z0-9_-]*")) {
                throw new IllegalArgumentException("endpoint of resource type " + name + " is \"" + endpoint
                        + "\"; it must be a slash and one path segment, for instance /Users");
            }
            if (RESERVED.contains(fold(endpoint))) {
                throw new IllegalArgumentException("endpoint of resource type " + name + " is \"" + endpoint
                        + "\", which belongs to the protocol (RFC 7644 §3.2); choose another");
            }
            this.name = name;
            this.endpoint = endpoint;
            this.schema = schema;
        }

        /**
         * Sets the text for people.
         *
         * @param value default empty
         * @return this
         */
        public Builder description(String value) {
            description = value;
            return this;
        }

        /**
         * Sets the schema extensions.
         *
         * @param values default none
         * @return this
         */
        public Builder extensions(List<SchemaExtension> values) {
            extensions = values;
            return this;
        }

        /**
         * Says which attribute lists other resources.
         *
         * @param value default none
         * @return this
         */
        public Builder membership(Membership value) {
            membership = value;
            return this;
        }

        /**
         * Says which attributes stand for the resource in others.
         *
         * @param names core attributes, the first with a value counts
         * @return this
         */
        public Builder displayAttributes(List<String> names) {
            displayAttributes = names;
            return this;
        }

        /**
         * Ends the resource type.
         *
         * @return the resource type
         */
        public ResourceType build() {
            return new ResourceType(this);
        }
    }
}
