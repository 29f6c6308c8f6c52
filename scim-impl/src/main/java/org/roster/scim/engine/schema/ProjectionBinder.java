package org.roster.scim.engine.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.roster.scim.error.ScimException;
import org.roster.scim.path.AttributePath;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Schema;

/**
 * Binds the attributes that a client asks for to a resource type. Names that the type does not have are ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.9">RFC 7644 §3.9</a>
 */
public final class ProjectionBinder {

    private ProjectionBinder() {}

    /**
     * Binds.
     *
     * @param type what is answered
     * @param attributes the wanted ones, as sent; empty if the request has none
     * @param excludedAttributes the unwanted ones, as sent; empty if the request has none
     * @return the projection
     * @throws ScimException 400 {@code invalidSyntax} if the request has both (choice A-16)
     */
    public static Projection bind(ResourceType type, List<String> attributes, List<String> excludedAttributes) {
        if (!attributes.isEmpty() && !excludedAttributes.isEmpty()) {
            throw ScimException.invalidSyntax("attributes and excludedAttributes cannot be used together");
        }
        if (!attributes.isEmpty()) {
            return new Projection(Projection.Mode.ONLY, resolve(type, attributes));
        }
        return excludedAttributes.isEmpty()
                ? Projection.DEFAULT
                : new Projection(Projection.Mode.WITHOUT, resolve(type, excludedAttributes));
    }

    private static Set<ResolvedPath> resolve(ResourceType type, List<String> names) {
        Set<ResolvedPath> paths = new LinkedHashSet<>();
        for (String name : names) {
            Optional<Schema> whole = type.extension(name.strip());
            if (whole.isPresent()) {
                type.attributes()
                        .filter(p ->
                                p.extension().equals(Optional.of(whole.get().id())))
                        .forEach(paths::add);
            } else if (name.strip().equalsIgnoreCase(type.schema().id())) {
                type.schema().attributes().stream()
                        .flatMap(a -> type.resolve(AttributePath.of(a.name())).stream())
                        .forEach(paths::add);
            } else {
                type.resolve(name.strip()).ifPresent(paths::add);
            }
        }
        return paths;
    }
}
