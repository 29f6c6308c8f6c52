package org.roster.scim.engine.store.memory;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.resource.ScimResource;
import org.roster.scim.schema.ComparisonKey;
import org.roster.scim.schema.DateTimes;
import org.roster.scim.schema.ResolvedPath;

/**
 * The value that a resource sorts by: of a multi-valued attribute its primary element's, else its first one's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.3">RFC 7644 §3.4.2.3</a>
 */
final class SortValue {

    private SortValue() {}

    static Optional<String> of(ResolvedPath path, ScimResource resource) {
        Optional<String> own = switch (path.path().toString()) {
            case "id" -> Optional.of(resource.id());
            // As on the wire, because Instant.toString has a length of its own for each fraction.
            case "meta.created" -> Optional.of(DateTimes.wire(resource.meta().created()));
            case "meta.lastModified" ->
                Optional.of(DateTimes.wire(resource.meta().lastModified()));
            default -> Optional.empty();
        };
        return own.or(() -> first(path, resource).flatMap(v -> ComparisonKey.of(path.target(), v)));
    }

    private static Optional<JsonValue> first(ResolvedPath path, ScimResource resource) {
        List<JsonValue> elements = resource.values(path.path().parent()).toList();
        Optional<JsonValue> chosen = elements.stream()
                .filter(e -> e instanceof JsonObject o && JsonValue.TRUE.equals(o.get("primary")))
                .findFirst()
                .or(() -> elements.stream().findFirst());
        return path.subAttribute().isEmpty()
                ? chosen
                : chosen.flatMap(e -> member(e, path.target().name()));
    }

    private static Optional<JsonValue> member(JsonValue element, String name) {
        @Nullable JsonValue value = element instanceof JsonObject object ? object.get(name) : null;
        return value instanceof JsonArray array ? array.stream().findFirst() : Optional.ofNullable(value);
    }
}
