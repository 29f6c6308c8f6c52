package org.roster.scim.engine.projection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roster.scim.query.Projection;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.ResourceType;

/**
 * What a projection shows of the resources of a type, by the names that stand in their text. What is not in it is not shown,
 * so an attribute whose schema is gone is not either. Immutable.
 */
final class Shape {

    static final String REF = "$ref";

    /**
     * What is shown of one attribute.
     *
     * @param inPieces whether only some of its members are shown, or one is made for the answer
     * @param members names of the sub-attributes that are
     * @param reference the types that its {@code $ref} may point to, if that is shown; empty if it is not, or is any URI
     */
    record Part(boolean inPieces, Set<String> members, List<String> reference) {

        boolean hasReference() {
            return !reference.isEmpty();
        }
    }

    private final Map<String, Part> core;
    private final Map<String, Map<String, Part>> extensions;

    private Shape(Map<String, Part> core, Map<String, Map<String, Part>> extensions) {
        this.core = core;
        this.extensions = extensions;
    }

    static Shape of(ResourceType type, Projection projection) {
        Map<String, Part> core = parts(type, projection, Optional.empty());
        Map<String, Map<String, Part>> extensions = type.extensions().stream()
                .map(e -> e.schema().id())
                .collect(Collectors.toMap(urn -> urn, urn -> parts(type, projection, Optional.of(urn))));
        return new Shape(core, extensions);
    }

    private static Map<String, Part> parts(ResourceType type, Projection projection, Optional<String> urn) {
        Map<String, Part> parts = new LinkedHashMap<>();
        type.attributes()
                .filter(path -> path.path().schema().equals(urn))
                .flatMap(path -> type.resolve(path.path()).stream())
                .filter(projection::wants)
                .forEach(path -> parts.put(path.attribute().name(), part(path, projection)));
        return parts;
    }

    private static Part part(ResolvedPath path, Projection projection) {
        Set<String> members = new LinkedHashSet<>();
        for (Attribute sub : path.attribute().subAttributes()) {
            if (path.sub(sub.name()).filter(projection::wantsSub).isPresent()) {
                members.add(sub.name());
            }
        }
        List<String> reference = path.attribute()
                .subAttribute(REF)
                .filter(ref -> members.contains(REF) && ref.type() == AttributeType.REFERENCE)
                .map(Attribute::referenceTypes)
                .orElse(List.of());
        boolean whole = members.size() == path.attribute().subAttributes().size() && reference.isEmpty();
        return new Part(!whole, members, reference);
    }

    /** A common attribute or one of the core schema. */
    @Nullable
    Part part(String name) {
        return core.get(name);
    }

    /** The attributes of an extension, by name. */
    @Nullable
    Map<String, Part> extension(String urn) {
        return extensions.get(urn);
    }

    /** What is shown of {@code meta}. */
    Set<String> meta() {
        @Nullable Part meta = core.get("meta");
        return meta == null ? Set.of() : meta.members();
    }
}
