package org.roster.scim.model;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roster.scim.resource.Meta;
import org.roster.scim.resource.ScimResource;

/**
 * A user. Immutable; {@link #edit} makes another one.
 *
 * @param id as the store assigned it; empty if it is new
 * @param externalId as the client calls it
 * @param userName the name to log in with
 * @param name its components
 * @param displayName the name to be shown
 * @param nickName the casual name
 * @param profileUrl a page about the user
 * @param title for instance "Vice President"
 * @param userType for instance "Contractor"
 * @param preferredLanguage as in an Accept-Language header
 * @param locale for instance {@code en-US}
 * @param timezone IANA, for instance {@code Europe/Berlin}
 * @param active whether the user may log in
 * @param password as hash, where the engine gives it to a store; else empty
 * @param emails e-mail addresses
 * @param phoneNumbers phone numbers
 * @param ims addresses for instant messages
 * @param photos URLs of photos
 * @param addresses postal addresses
 * @param groups groups that the user is in; derived, not stored
 * @param entitlements what the user is entitled to
 * @param roles roles
 * @param x509Certificates certificates, DER in base 64
 * @param extensions by URI, known ones and others
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-4.1">RFC 7643 §4.1</a>
 */
public record User(
        @JsonbProperty("id") Optional<String> id,
        @JsonbProperty("externalId") Optional<String> externalId,
        @JsonbProperty("userName") Optional<String> userName,
        @JsonbProperty("name") Optional<Name> name,
        @JsonbProperty("displayName") Optional<String> displayName,
        @JsonbProperty("nickName") Optional<String> nickName,
        @JsonbProperty("profileUrl") Optional<String> profileUrl,
        @JsonbProperty("title") Optional<String> title,
        @JsonbProperty("userType") Optional<String> userType,
        @JsonbProperty("preferredLanguage") Optional<String> preferredLanguage,
        @JsonbProperty("locale") Optional<String> locale,
        @JsonbProperty("timezone") Optional<String> timezone,
        @JsonbProperty("active") Optional<Boolean> active,
        @JsonbProperty("password") Optional<String> password,
        @JsonbProperty("emails") List<MultiValue> emails,
        @JsonbProperty("phoneNumbers") List<MultiValue> phoneNumbers,
        @JsonbProperty("ims") List<MultiValue> ims,
        @JsonbProperty("photos") List<MultiValue> photos,
        @JsonbProperty("addresses") List<Address> addresses,
        @JsonbProperty("groups") List<Reference> groups,
        @JsonbProperty("entitlements") List<MultiValue> entitlements,
        @JsonbProperty("roles") List<MultiValue> roles,
        @JsonbProperty("x509Certificates") List<MultiValue> x509Certificates,
        @JsonbProperty("extensions") Map<String, JsonObject> extensions) {

    /**
     * Copies what is a list or a map; null, which JSON Binding has for what is not there, becomes an empty one.
     *
     * @param id see above
     * @param externalId see above
     * @param userName see above
     * @param name see above
     * @param displayName see above
     * @param nickName see above
     * @param profileUrl see above
     * @param title see above
     * @param userType see above
     * @param preferredLanguage see above
     * @param locale see above
     * @param timezone see above
     * @param active see above
     * @param password see above
     * @param emails see above
     * @param phoneNumbers see above
     * @param ims see above
     * @param photos see above
     * @param addresses see above
     * @param groups see above
     * @param entitlements see above
     * @param roles see above
     * @param x509Certificates see above
     * @param extensions see above
     */
    public User {
        emails = Views.list(emails);
        phoneNumbers = Views.list(phoneNumbers);
        ims = Views.list(ims);
        photos = Views.list(photos);
        addresses = Views.list(addresses);
        groups = Views.list(groups);
        entitlements = Views.list(entitlements);
        roles = Views.list(roles);
        x509Certificates = Views.list(x509Certificates);
        extensions = Views.map(extensions);
    }

    /**
     * A view of a resource.
     *
     * @param resource a {@code User}; meta stays behind
     * @return what it says
     * @throws IllegalArgumentException if an attribute has not the type that RFC 7643 gives it
     */
    public static User of(ScimResource resource) {
        return Views.of(resource.id(), resource.attributes(), User.class);
    }

    /**
     * Begins a new user.
     *
     * @param userName the name to log in with
     * @return a builder
     */
    public static UserBuilder named(String userName) {
        return new UserBuilder().userName(userName);
    }

    /**
     * Begins a user with everything that this one has.
     *
     * @return a builder
     */
    public UserBuilder edit() {
        return new UserBuilder(this);
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

    /** Not the password, nor anything else that does not belong into a log. */
    @Override
    public String toString() {
        return "User " + id.orElse("");
    }
}
