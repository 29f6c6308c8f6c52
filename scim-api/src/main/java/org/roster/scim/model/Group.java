package org.roster.scim.model;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

/**
 * A group. Immutable.
 *
 * @param id as the store assigned it; empty if it is new
 * @param externalId as the client calls it
 * @param displayName its name
 * @param members who is in it
 * @param extensions by URI, known ones and others
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.2">RFC 7643 §4.2</a>
 */
public record Group(
        @JsonbProperty("id") Optional<String> id,
        @JsonbProperty("externalId") Optional<String> externalId,
        @JsonbProperty("displayName") Optional<String> displayName,
        @JsonbProperty("members") List<Reference> members,
        @JsonbProperty("extensions") Map<String, JsonObject> extensions) {

    /**
     * Copies what is a list or a map; null, which JSON Binding has for what is not there, becomes an empty one.
     *
     * @param id see above
     * @param externalId see above
     * @param displayName see above
     * @param members see above
     * @param extensions see above
     */
    public Group {
        members = Views.list(members);
        extensions = Views.map(extensions);
    }

    /**
     * A view of a resource.
     *
     * @param resource a {@code Group}; meta stays behind
     * @return what it says
     * @throws IllegalArgumentException if an attribute has not the type that RFC 7643 gives it
     */
    public static Group of(ScimResource resource) {
        return Views.of(resource.id(), resource.attributes(), Group.class);
    }

    /**
     * A new group.
     *
     * @param displayName its name
     * @param members who is in it
     * @return without an id
     */
    public static Group named(String displayName, List<Reference> members) {
        return new Group(Optional.empty(), Optional.empty(), Optional.of(displayName), members, Map.of());
    }

    /**
     * An extension as a value of a class: {@link EnterpriseUser}, or one of your own that JSON Binding can make.
     *
     * @param uri of the extension's schema
     * @param view a class with a property for each attribute that it wants
     * @param <V> the class
     * @return empty if the resource has nothing of it
     * @throws IllegalArgumentException if the attributes do not fit the class
     */
    public <V> Optional<V> extension(String uri, Class<V> view) {
        return Optional.ofNullable(extensions.get(uri)).map(members -> Views.bound(members, view));
    }

    /**
     * The attributes as the engine and the stores have them.
     *
     * @return canonical, without id and without what is unassigned
     */
    public JsonObject attributes() {
        return Views.attributes(this);
    }

    /**
     * The resource that this is a view of.
     *
     * @param meta what the server knows about it
     * @return a new resource
     * @throws java.util.NoSuchElementException if there is no id
     */
    public ScimResource resource(Meta meta) {
        return new ScimResource(id.orElseThrow(), meta, attributes());
    }
}
