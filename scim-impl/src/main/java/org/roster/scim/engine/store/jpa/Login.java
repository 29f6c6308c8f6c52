package org.roster.scim.engine.store.jpa;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Uniqueness;

/**
 * What a realm of the server needs to know of a resource, so that somebody logs in as it.
 *
 * @param userName folded, as user names compare
 * @param active whether he may
 * @param iterations of PBKDF2
 * @param salt base64
 * @param hash base64
 */
record Login(String userName, boolean active, int iterations, String salt, String hash) {

    private static final String USER_NAME = "userName";
    private static final String ACTIVE = "active";
    private static final String PASSWORD = "password";

    /** A password as it is stored. */
    private static final Pattern HASHED = Pattern.compile(
            "\\{PBKDF2WithHmacSHA512}(?<iterations>[1-9]\\d{0,8}):(?<salt>[\\w+/=-]{1,64}):(?<hash>[\\w+/=-]{1,128})");

    /** Empty if the type has no people who log in, if this one has no password, or if his name is longer than a realm asks for. */
    static Optional<Login> of(ResourceType type, JsonObject document) {
        // Most documents have no password, and those of other types never.
        if (!(document.get(PASSWORD) instanceof JsonString password) || !logsIn(type)) {
            return Optional.empty();
        }
        Matcher hashed = HASHED.matcher(password.getString());
        return hashed.matches() ? userName(type, document).map(name -> of(name, document, hashed)) : Optional.empty();
    }

    private static Login of(String userName, JsonObject document, Matcher hashed) {
        return new Login(
                userName,
                !JsonValue.FALSE.equals(document.get(ACTIVE)),
                Integer.parseInt(hashed.group("iterations")),
                hashed.group("salt"),
                hashed.group("hash"));
    }

    /** A name that two could have, or a password that can be read, is for something else. */
    private static boolean logsIn(ResourceType type) {
        return has(type, USER_NAME, a -> a.type() == AttributeType.STRING && a.uniqueness() != Uniqueness.NONE)
                && has(type, ACTIVE, a -> a.type() == AttributeType.BOOLEAN)
                && has(type, PASSWORD, a -> a.mutability() == Mutability.WRITE_ONLY && a.returned() == Returned.NEVER);
    }

    private static boolean has(ResourceType type, String name, Predicate<Attribute> as) {
        return type.schema()
                .attribute(name)
                .filter(a -> !a.multiValued())
                .filter(as)
                .isPresent();
    }

    private static Optional<String> userName(ResourceType type, JsonObject document) {
        return document.get(USER_NAME) instanceof JsonString name
                ? type.schema()
                        .attribute(USER_NAME)
                        .map(a -> ComparisonKey.ofText(a, name.getString()))
                        .filter(key -> !AttributeCode.isLong(key))
                : Optional.empty();
    }

    /** Neither the hash nor its salt is for a log. */
    @Override
    public String toString() {
        return "Login[" + userName + ", active " + active + "]";
    }
}
