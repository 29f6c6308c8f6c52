package org.roster.scim.schema;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.roster.scim.error.ScimException;
import org.roster.scim.resource.ScimResource;

/**
 * The values that no two resources of a type may share, for a store whose database does not see to it. The store must let
 * nobody write between this check and its own writing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-7">RFC 7643 §7</a>
 */
public final class UniqueValues {

    private UniqueValues() {}

    /**
     * Makes sure that nobody else has a value that must be unique.
     *
     * @param type of the resource and of the others
     * @param resource as it will be stored
     * @param all every resource of the type in the tenant; the one with the same id does not count
     * @throws ScimException 409 {@code uniqueness}, naming attribute and value
     */
    public static void require(ResourceType type, ScimResource resource, Stream<ScimResource> all) {
        List<ResolvedPath> unique = type.attributes()
                .filter(p -> p.attribute().uniqueness() != Uniqueness.NONE
                        && p.attribute().mutability() != Mutability.READ_ONLY)
                .filter(p -> keys(resource, p).findAny().isPresent())
                .toList();
        all.filter(other -> !other.id().equals(resource.id()))
                .forEach(other -> unique.forEach(path -> requireDistinct(resource, other, path)));
    }

    private static void requireDistinct(ScimResource resource, ScimResource other, ResolvedPath path) {
        Set<String> taken = keys(other, path).collect(Collectors.toSet());
        resource.values(path.path())
                .filter(value -> key(path, value).filter(taken::contains).isPresent())
                .findFirst()
                .ifPresent(value -> {
                    throw ScimException.uniqueness(path.toString(), text(value));
                });
    }

    private static Stream<String> keys(ScimResource resource, ResolvedPath path) {
        return resource.values(path.path()).flatMap(value -> key(path, value).stream());
    }

    private static Optional<String> key(ResolvedPath path, JsonValue value) {
        return ComparisonKey.of(path.attribute(), value);
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
