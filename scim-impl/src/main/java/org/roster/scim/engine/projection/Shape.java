package org.roster.scim.engine.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.engine.json.JsonNames;
import org.roster.scim.engine.json.JsonWalk;
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

    /** What a sub-attribute is good for beside being shown: the three of which a reference is made. */
    enum Role {
        VALUE,
        TYPE,
        REFERENCE,
        OTHER;

        static Role of(String name) {
            return switch (name) {
                case "value" -> VALUE;
                case "type" -> TYPE;
                case REF -> REFERENCE;
                default -> OTHER;
            };
        }
    }

    /**
     * A sub-attribute.
     *
     * @param role what it is good for
     * @param shown whether it is shown
     */
    record Sub(Role role, boolean shown) {}

    /**
     * What is shown of one attribute.
     *
     * @param inPieces whether only some of its members are shown, or one is made for the answer
     * @param members its sub-attributes
     * @param reference the types that its {@code $ref} may point to, if that is shown; empty if it is not, or is any URI
     */
    record Part(boolean inPieces, JsonNames<Sub> members, List<String> reference) {

        boolean hasReference() {
            return !reference.isEmpty();
        }
    }

    /** What is shown of an extension. */
    static final class Extension {

        private final byte[] urn;
        private final byte[] behindOthers;
        private final JsonNames<Part> parts;

        Extension(String urn, JsonNames<Part> parts) {
            this.urn = asJson(urn);
            this.behindOthers = ("," + new String(this.urn, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            this.parts = parts;
        }

        /** Its name, as a JSON string. */
        byte[] urn() {
            return urn;
        }

        /** Its name in a list of others. */
        byte[] behindOthers() {
            return behindOthers;
        }

        /** Its attributes. */
        JsonNames<Part> parts() {
            return parts;
        }
    }

    /** What is shown of {@code meta}. */
    static final class MetaMember {

        private final String name;
        private final byte[] json;

        MetaMember(String name) {
            this.name = name;
            this.json = asJson(name);
        }

        String name() {
            return name;
        }

        /** Its name, as a JSON string. */
        byte[] json() {
            return json;
        }
    }

    private final byte[] schema;
    private final JsonNames<Part> core;
    private final JsonNames<Extension> extensions;
    private final List<MetaMember> meta;

    private Shape(ResourceType type, Projection projection) {
        this.schema = asJson(type.schema().id());
        this.core = parts(type, projection, Optional.empty());
        this.extensions = JsonNames.of(type.extensions().stream()
                .map(e -> e.schema().id())
                .collect(Collectors.toMap(
                        urn -> urn, urn -> new Extension(urn, parts(type, projection, Optional.of(urn))))));
        this.meta = wanted(type, projection, Optional.empty())
                .filter(path -> path.attribute().name().equals("meta"))
                .flatMap(path -> shownSubs(path, projection))
                .map(MetaMember::new)
                .toList();
    }

    static Shape of(ResourceType type, Projection projection) {
        return new Shape(type, projection);
    }

    private static byte[] asJson(String name) {
        return new JsonBuffer(2 * name.length()).string(name).toBytes();
    }

    private static Stream<ResolvedPath> wanted(ResourceType type, Projection projection, Optional<String> urn) {
        return type.attributes()
                .filter(path -> path.path().schema().equals(urn))
                .flatMap(path -> type.resolve(path.path()).stream())
                .filter(projection::wants);
    }

    private static JsonNames<Part> parts(ResourceType type, Projection projection, Optional<String> urn) {
        return JsonNames.of(wanted(type, projection, urn)
                .collect(Collectors.toMap(path -> path.attribute().name(), path -> part(path, projection))));
    }

    private static Stream<String> shownSubs(ResolvedPath path, Projection projection) {
        return path.attribute().subAttributes().stream()
                .map(Attribute::name)
                .filter(sub -> path.sub(sub).filter(projection::wantsSub).isPresent());
    }

    private static Part part(ResolvedPath path, Projection projection) {
        Set<String> shown = shownSubs(path, projection).collect(Collectors.toSet());
        Map<String, Sub> members = path.attribute().subAttributes().stream()
                .map(Attribute::name)
                .collect(Collectors.toMap(sub -> sub, sub -> new Sub(Role.of(sub), shown.contains(sub))));
        List<String> reference = path.attribute()
                .subAttribute(REF)
                .filter(ref -> shown.contains(REF) && ref.type() == AttributeType.REFERENCE)
                .map(Attribute::referenceTypes)
                .orElse(List.of());
        boolean whole = shown.size() == members.size() && reference.isEmpty();
        return new Part(!whole, JsonNames.of(members), reference);
    }

    /** What is shown of a common attribute or one of the core schema; null if nothing is. */
    @Nullable
    Part part(JsonWalk walk) {
        return walk.named(core);
    }

    /** What is shown of an extension; null if it is none. */
    @Nullable
    Extension extension(JsonWalk walk) {
        return walk.named(extensions);
    }

    /** What is shown of {@code meta}. */
    List<MetaMember> meta() {
        return meta;
    }

    /** The URN of the core schema, as a JSON string. */
    byte[] schema() {
        return schema;
    }
}
