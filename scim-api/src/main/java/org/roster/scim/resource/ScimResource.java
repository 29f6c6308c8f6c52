package org.roster.scim.resource;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;

/**
 * A resource as it is inside the server: its id and meta, and its attributes as JSON with canonical names, without
 * unassigned ones. {@code id}, {@code meta} and {@code schemas} are not in the JSON: the first two are typed, and the last
 * follows from what is there when an answer is written. Immutable; two are equal if id, meta and attributes are.
 *
 * <p>The attributes are there as a value and as text. Whichever a resource was not made of is made when it is first asked
 * for: a request that only shows a stored text never parses it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-3">RFC 7643 §3</a>
 */
public final class ScimResource {

    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private final String id;
    private final Meta meta;

    // One of them is there from the beginning; the other follows from it, so threads that race for it find the same.
    private volatile @Nullable JsonObject attributes;
    private volatile @Nullable String text;

    private ScimResource(String id, Meta meta, @Nullable JsonObject attributes, @Nullable String text) {
        this.id = Objects.requireNonNull(id);
        this.meta = Objects.requireNonNull(meta);
        this.attributes = attributes;
        this.text = text;
    }

    /**
     * Makes a resource of a value.
     *
     * @param id the identifier that the store assigned
     * @param meta what the server knows about it
     * @param attributes {@code externalId}, the core attributes, and one object per extension, named by its URI
     */
    public ScimResource(String id, Meta meta, JsonObject attributes) {
        this(id, meta, Objects.requireNonNull(attributes), null);
    }

    /**
     * Makes a resource of text that a store has kept.
     *
     * @param id the identifier that the store assigned
     * @param meta what the server knows about it
     * @param text the attributes as a JSON object, as {@link #text} gave it; it is not checked
     * @return the resource
     */
    public static ScimResource ofText(String id, Meta meta, String text) {
        return new ScimResource(id, meta, null, Objects.requireNonNull(text));
    }

    /**
     * The identifier.
     *
     * @return as the store assigned it
     */
    public String id() {
        return id;
    }

    /**
     * What the server knows about the resource.
     *
     * @return without the location, which depends on the request
     */
    public Meta meta() {
        return meta;
    }

    /**
     * The attributes as a value.
     *
     * @return canonical
     */
    public JsonObject attributes() {
        @Nullable JsonObject known = attributes;
        if (known == null) {
            known = READERS.createReader(new StringReader(text())).readObject();
            attributes = known;
        }
        return known;
    }

    /**
     * The attributes as text.
     *
     * @return a JSON object
     */
    public String text() {
        @Nullable String known = text;
        if (known == null) {
            known = attributes().toString();
            text = known;
        }
        return known;
    }

    /**
     * Finds values by path. The names of the path must be canonical.
     *
     * @param path for instance {@code userName}, {@code emails.value}; not of {@code id}, {@code meta}, {@code schemas}
     * @return every assigned value: the elements of an array, the sub-attributes of every element
     */
    public Stream<JsonValue> values(AttributePath path) {
        return values(attributes(), path);
    }

    /**
     * Finds values by path in the attributes of a resource.
     *
     * @param attributes JSON with canonical names
     * @param path canonical
     * @return every assigned value, in the order of the resource
     */
    public static Stream<JsonValue> values(JsonObject attributes, AttributePath path) {
        @Nullable
        JsonValue holder =
                path.schema().isPresent() ? attributes.get(path.schema().get()) : attributes;
        if (!(holder instanceof JsonObject object)) {
            return Stream.empty();
        }
        Stream<JsonValue> values = assigned(object.get(path.name()));
        return path.subAttribute()
                .map(sub -> values.flatMap(v -> v instanceof JsonObject o ? assigned(o.get(sub)) : Stream.empty()))
                .orElse(values);
    }

    private static Stream<JsonValue> assigned(@Nullable JsonValue value) {
        Stream<JsonValue> values = value instanceof JsonArray array ? array.stream() : Stream.ofNullable(value);
        return values.filter(v -> !Unassigned.is(v));
    }

    /**
     * Reads a text.
     *
     * @param name a core attribute of a type whose values are text
     * @return empty if it is unassigned
     */
    public Optional<String> text(String name) {
        return values(AttributePath.of(name))
                .filter(JsonString.class::isInstance)
                .map(v -> ((JsonString) v).getString())
                .findFirst();
    }

    /**
     * The first of some attributes that has a text.
     *
     * @param names core attributes
     * @return empty if all are unassigned
     */
    public Optional<String> firstText(List<String> names) {
        return names.stream().flatMap(n -> text(n).stream()).findFirst();
    }

    /**
     * The same resource with other attributes.
     *
     * @param changed the attributes, canonical
     * @return a new resource
     */
    public ScimResource withAttributes(JsonObject changed) {
        return new ScimResource(id, meta, changed);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScimResource resource
                && resource.id.equals(id)
                && resource.meta.equals(meta)
                && resource.attributes().equals(attributes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, meta);
    }

    @Override
    public String toString() {
        return meta.resourceType() + " " + id;
    }
}
