package org.roster.scim.model;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a {@link User}. Not thread-safe; {@code null} is no value, an empty list takes the attribute away. */
public final class UserBuilder {

    private Optional<String> id = Optional.empty();
    private Optional<String> externalId = Optional.empty();
    private Optional<String> userName = Optional.empty();
    private Optional<Name> name = Optional.empty();
    private Optional<String> displayName = Optional.empty();
    private Optional<String> nickName = Optional.empty();
    private Optional<String> profileUrl = Optional.empty();
    private Optional<String> title = Optional.empty();
    private Optional<String> userType = Optional.empty();
    private Optional<String> preferredLanguage = Optional.empty();
    private Optional<String> locale = Optional.empty();
    private Optional<String> timezone = Optional.empty();
    private Optional<Boolean> active = Optional.empty();
    private Optional<String> password = Optional.empty();
    private List<MultiValue> emails = List.of();
    private List<MultiValue> phoneNumbers = List.of();
    private List<MultiValue> ims = List.of();
    private List<MultiValue> photos = List.of();
    private List<Address> addresses = List.of();
    private List<Reference> groups = List.of();
    private List<MultiValue> entitlements = List.of();
    private List<MultiValue> roles = List.of();
    private List<MultiValue> x509Certificates = List.of();
    private final Map<String, JsonObject> extensions;

    UserBuilder() {
        extensions = new HashMap<>();
    }

    UserBuilder(User user) {
        id = user.id();
        externalId = user.externalId();
        userName = user.userName();
        name = user.name();
        displayName = user.displayName();
        nickName = user.nickName();
        profileUrl = user.profileUrl();
        title = user.title();
        userType = user.userType();
        preferredLanguage = user.preferredLanguage();
        locale = user.locale();
        timezone = user.timezone();
        active = user.active();
        password = user.password();
        emails = user.emails();
        phoneNumbers = user.phoneNumbers();
        ims = user.ims();
        photos = user.photos();
        addresses = user.addresses();
        groups = user.groups();
        entitlements = user.entitlements();
        roles = user.roles();
        x509Certificates = user.x509Certificates();
        extensions = new HashMap<>(user.extensions());
    }

    /**
     * Sets {@code id}.
     *
     * @param value as the store assigned it
     * @return this builder
     */
    public UserBuilder id(String value) {
        this.id = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code externalId}.
     *
     * @param value as the client calls it
     * @return this builder
     */
    public UserBuilder externalId(String value) {
        this.externalId = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code userName}.
     *
     * @param value the name to log in with
     * @return this builder
     */
    public UserBuilder userName(String value) {
        this.userName = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code name}.
     *
     * @param value its components
     * @return this builder
     */
    public UserBuilder name(Name value) {
        this.name = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code displayName}.
     *
     * @param value the name to be shown
     * @return this builder
     */
    public UserBuilder displayName(String value) {
        this.displayName = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code nickName}.
     *
     * @param value the casual name
     * @return this builder
     */
    public UserBuilder nickName(String value) {
        this.nickName = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code profileUrl}.
     *
     * @param value a page about the user
     * @return this builder
     */
    public UserBuilder profileUrl(String value) {
        this.profileUrl = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code title}.
     *
     * @param value for instance "Vice President"
     * @return this builder
     */
    public UserBuilder title(String value) {
        this.title = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code userType}.
     *
     * @param value for instance "Contractor"
     * @return this builder
     */
    public UserBuilder userType(String value) {
        this.userType = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code preferredLanguage}.
     *
     * @param value as in an Accept-Language header
     * @return this builder
     */
    public UserBuilder preferredLanguage(String value) {
        this.preferredLanguage = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code locale}.
     *
     * @param value for instance {@code en-US}
     * @return this builder
     */
    public UserBuilder locale(String value) {
        this.locale = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code timezone}.
     *
     * @param value IANA, for instance {@code Europe/Berlin}
     * @return this builder
     */
    public UserBuilder timezone(String value) {
        this.timezone = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code active}.
     *
     * @param value whether the user may log in
     * @return this builder
     */
    public UserBuilder active(Boolean value) {
        this.active = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code password}.
     *
     * @param value as hash, where the engine gives it to a store
     * @return this builder
     */
    public UserBuilder password(String value) {
        this.password = Optional.of(value);
        return this;
    }

    /**
     * Sets {@code emails}.
     *
     * @param value e-mail addresses
     * @return this builder
     */
    public UserBuilder emails(List<MultiValue> value) {
        this.emails = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code phoneNumbers}.
     *
     * @param value phone numbers
     * @return this builder
     */
    public UserBuilder phoneNumbers(List<MultiValue> value) {
        this.phoneNumbers = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code ims}.
     *
     * @param value addresses for instant messages
     * @return this builder
     */
    public UserBuilder ims(List<MultiValue> value) {
        this.ims = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code photos}.
     *
     * @param value URLs of photos
     * @return this builder
     */
    public UserBuilder photos(List<MultiValue> value) {
        this.photos = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code addresses}.
     *
     * @param value postal addresses
     * @return this builder
     */
    public UserBuilder addresses(List<Address> value) {
        this.addresses = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code entitlements}.
     *
     * @param value what the user is entitled to
     * @return this builder
     */
    public UserBuilder entitlements(List<MultiValue> value) {
        this.entitlements = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code roles}.
     *
     * @param value roles
     * @return this builder
     */
    public UserBuilder roles(List<MultiValue> value) {
        this.roles = List.copyOf(value);
        return this;
    }

    /**
     * Sets {@code x509Certificates}.
     *
     * @param value certificates, DER in base 64
     * @return this builder
     */
    public UserBuilder x509Certificates(List<MultiValue> value) {
        this.x509Certificates = List.copyOf(value);
        return this;
    }

    /**
     * Sets an extension.
     *
     * @param uri of its schema
     * @param view a value that JSON Binding can read, for instance {@link EnterpriseUser}
     * @return this builder
     */
    public UserBuilder extension(String uri, Object view) {
        extensions.put(uri, Views.json(view));
        return this;
    }

    /**
     * Ends.
     *
     * @return the user
     */
    public User build() {
        return new User(
                id,
                externalId,
                userName,
                name,
                displayName,
                nickName,
                profileUrl,
                title,
                userType,
                preferredLanguage,
                locale,
                timezone,
                active,
                password,
                emails,
                phoneNumbers,
                ims,
                photos,
                addresses,
                groups,
                entitlements,
                roles,
                x509Certificates,
                extensions);
    }
}
