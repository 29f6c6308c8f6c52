package org.roster.scim.it.sample;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The body of a User; a name that no other test uses unless one is given. */
public final class UserBuilder {
    private final Map<String, JsonValue> attributes = new LinkedHashMap<>();
    private final Map<String, JsonValue> enterprise = new LinkedHashMap<>();
    private final List<JsonObject> emails = new ArrayList<>();

    private UserBuilder() {
        with("userName", "user-" + UUID.randomUUID() + "@roster.example");
    }

    public static UserBuilder aUser() {
        return new UserBuilder();
    }

    public UserBuilder named(String userName) {
        return with("userName", userName);
    }

    public UserBuilder with(String attribute, String value) {
        return with(attribute, Json.createValue(value));
    }

    public UserBuilder with(String attribute, JsonValue value) {
        attributes.put(attribute, value);
        return this;
    }

    public UserBuilder withName(String givenName, String familyName) {
        return with(
                "name",
                Json.createObjectBuilder()
                        .add("givenName", givenName)
                        .add("familyName", familyName)
                        .build());
    }

    public UserBuilder withEmail(String type, String value) {
        return withEmail(type, value, false);
    }

    public UserBuilder withPrimaryEmail(String type, String value) {
        return withEmail(type, value, true);
    }

    /** An attribute of the enterprise extension. */
    public UserBuilder withEnterprise(String attribute, String value) {
        return withEnterprise(attribute, Json.createValue(value));
    }

    public UserBuilder withManager(String managerId) {
        return withEnterprise(
                "manager", Json.createObjectBuilder().add("value", managerId).build());
    }

    /** The body as it goes over the wire. */
    public String json() {
        JsonArrayBuilder schemas = Json.createArrayBuilder().add(Urns.USER);
        JsonObjectBuilder user = Json.createObjectBuilder();
        if (!enterprise.isEmpty()) {
            schemas.add(Urns.ENTERPRISE);
        }
        user.add("schemas", schemas);
        attributes.forEach(user::add);
        if (!emails.isEmpty()) {
            user.add("emails", Json.createArrayBuilder(emails));
        }
        if (!enterprise.isEmpty()) {
            JsonObjectBuilder extension = Json.createObjectBuilder();
            enterprise.forEach(extension::add);
            user.add(Urns.ENTERPRISE, extension);
        }
        return user.build().toString();
    }

    private UserBuilder withEmail(String type, String value, boolean primary) {
        JsonObjectBuilder email = Json.createObjectBuilder().add("type", type).add("value", value);
        emails.add((primary ? email.add("primary", true) : email).build());
        return this;
    }

    private UserBuilder withEnterprise(String attribute, JsonValue value) {
        enterprise.put(attribute, value);
        return this;
    }
}
