package org.roster.scim.engine.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.AttributeType;
import org.roster.scim.schema.CommonAttributes;
import org.roster.scim.schema.Membership;
import org.roster.scim.schema.Mutability;
import org.roster.scim.schema.ResourceType;
import org.roster.scim.schema.Returned;
import org.roster.scim.schema.Schema;
import org.roster.scim.schema.SchemaExtension;
import org.roster.scim.schema.Suggestion;
import org.roster.scim.schema.Uniqueness;

/**
 * What must be true of a schema and of a resource type, whoever defines them: a document, or a bean of a product. What this
 * service would publish and not do, it refuses here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2">RFC 7643 §2</a>
 */
final class SchemaRules {

    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z][-$_0-9A-Za-z]*");
    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z][-_0-9A-Za-z]*");
    /** With the name of a sub-attribute, and the value, it must fit into the index. */
    private static final int LONGEST_NAME = 80;
    /** As long as the column of the directory. */
    private static final int LONGEST_TYPE_NAME = 64;

    private static final Set<String> OTHER_REFERENCES = Set.of("external", "uri");

    private SchemaRules() {}

    static void check(Schema schema, String source) {
        boolean uri = AttributePath.parse(schema.id() + ":name")
                .flatMap(AttributePath::schema)
                .filter(schema.id()::equals)
                .filter(id -> id.indexOf(':') > 0)
                .isPresent();
        if (!uri) {
            throw mistake(source, "id \"" + schema.id() + "\" is not a URI; write for instance urn:example:2.0:Device");
        }
        if (schema.attributes().isEmpty()) {
            throw mistake(source, "the schema " + schema.id() + " has no attributes");
        }
        schema.attributes().forEach(a -> new AttributeCheck(source, "", a).run());
    }

    /** Attribute names have no case (RFC 7643 §2.1). */
    static void requireDistinct(List<Attribute> attributes, String where) {
        Map<String, String> seen = new HashMap<>();
        for (Attribute attribute : attributes) {
            @Nullable String twin = seen.put(attribute.name().toLowerCase(Locale.ROOT), attribute.name());
            if (twin != null) {
                throw mistake(
                        where,
                        "attribute \"" + attribute.name() + "\" is there twice"
                                + (twin.equals(attribute.name())
                                        ? ""
                                        : "; the other is \"" + twin + "\", and names have no case")
                                + " (RFC 7643 §2.1)");
            }
        }
    }

    static void check(ResourceType type, String source) {
        if (!TYPE_NAME.matcher(type.name()).matches() || type.name().length() > LONGEST_TYPE_NAME) {
            throw mistake(
                    source,
                    "\"" + type.name() + "\" cannot be the name of a resource type; begin with a letter, then letters, "
                            + "digits, - and _, " + LONGEST_TYPE_NAME + " characters at most");
        }
        String where = source + ", resource type " + type.name();
        CommonAttributes.ALL.forEach(common -> type.schema()
                .attribute(common.name())
                .ifPresent(own -> {
                    throw mistake(
                            where,
                            "its schema " + type.schema() + " has the attribute \"" + own.name()
                                    + "\", which every resource has anyway; take it out (RFC 7643 §3.1)");
                }));
        Map<String, Schema> seen = new HashMap<>(Map.of(folded(type.schema()), type.schema()));
        for (SchemaExtension extension : type.extensions()) {
            if (seen.put(folded(extension.schema()), extension.schema()) != null) {
                throw mistake(where, "has the schema " + extension.schema() + " twice");
            }
        }
        type.displayAttributes().forEach(name -> requireAttribute(type, name, where + ", display"));
        type.membership().ifPresent(m -> membership(type, m, where + ", membership"));
    }

    private static void membership(ResourceType type, Membership membership, String where) {
        Attribute attribute = requireAttribute(type, membership.attribute(), where);
        if (!attribute.multiValued() || attribute.subAttribute("value").isEmpty()) {
            throw mistake(
                    where,
                    "\"" + attribute.name() + "\" must be multi-valued and complex with a sub-attribute \"value\"");
        }
    }

    private static Attribute requireAttribute(ResourceType type, String name, String where) {
        return type.schema()
                .attribute(name)
                .orElseThrow(
                        () -> mistake(where, "the schema " + type.schema() + " has no attribute \"" + name + "\""));
    }

    /** What a reference may point to is a resource type, {@code external} or {@code uri} (RFC 7643 §7). */
    static void checkReferences(Schema schema, Collection<String> typeNames, String source) {
        schema.attributes().stream()
                .flatMap(a -> Stream.concat(Stream.of(a), a.subAttributes().stream()))
                .forEach(a -> a.referenceTypes().stream()
                        .filter(t -> !OTHER_REFERENCES.contains(t) && !typeNames.contains(t))
                        .forEach(t -> {
                            throw mistake(
                                    source + ", attribute \"" + a.name() + "\"",
                                    "referenceTypes has \"" + t
                                            + "\", which is neither external, uri nor a resource type"
                                            + Suggestion.of(t, typeNames.stream()));
                        }));
    }

    private static String folded(Schema schema) {
        return schema.id().toLowerCase(Locale.ROOT);
    }

    private static IllegalArgumentException mistake(String where, String sentence) {
        return new IllegalArgumentException(where + ": " + sentence);
    }

    /** One attribute: which of its characteristics go together. */
    private record AttributeCheck(String source, String parent, Attribute attribute) {

        void run() {
            require(
                    NAME.matcher(attribute.name()).matches() && attribute.name().length() <= LONGEST_NAME,
                    "this is no name; begin with a letter, then letters, digits, - and _, " + LONGEST_NAME
                            + " characters at most (RFC 7643 §2.1)");
            boolean sub = !parent.isEmpty();
            require(
                    !sub || !attribute.complex(),
                    "is complex inside a complex attribute; a sub-attribute is simple (RFC 7643 §2.3.8)");
            require(
                    attribute.complex() != attribute.subAttributes().isEmpty(),
                    attribute.complex()
                            ? "is complex and has no subAttributes"
                            : "is not complex and has subAttributes");
            requireDistinct(attribute.subAttributes(), source + ", attribute \"" + parent + attribute.name() + "\"");
            references();
            canonicalValues();
            uniqueness(sub);
            require(
                    attribute.mutability() != Mutability.WRITE_ONLY || attribute.returned() == Returned.NEVER,
                    "is writeOnly, so \"returned\" must be \"never\" (RFC 7643 §7)");
            attribute.subAttributes().forEach(a -> new AttributeCheck(source, attribute.name() + ".", a).run());
        }

        private void references() {
            boolean reference = attribute.type() == AttributeType.REFERENCE;
            require(
                    reference != attribute.referenceTypes().isEmpty(),
                    reference
                            ? "is a reference and has no referenceTypes; name resource types, external or uri"
                            : "has referenceTypes, but its type is not reference");
        }

        private void canonicalValues() {
            boolean text = attribute.type() == AttributeType.STRING || attribute.type() == AttributeType.REFERENCE;
            require(
                    text || attribute.canonicalValues().isEmpty(),
                    "has canonicalValues, but its type is " + attribute.type().keyword());
        }

        /** Choice on RFC 7643 §7: unique is a value of a resource, not one inside a complex attribute. */
        private void uniqueness(boolean sub) {
            boolean unique = attribute.uniqueness() != Uniqueness.NONE;
            AttributeType type = attribute.type();
            require(!unique || !sub, "is a sub-attribute; uniqueness is kept for whole attributes only");
            require(
                    !unique
                            || (type != AttributeType.COMPLEX
                                    && type != AttributeType.BINARY
                                    && type != AttributeType.BOOLEAN),
                    "is of type " + type.keyword() + ", whose values cannot be unique (RFC 7643 §2.3.6, erratum 6004)");
        }

        private void require(boolean right, String sentence) {
            if (!right) {
                throw mistake(source + ", attribute \"" + parent + attribute.name() + "\"", sentence);
            }
        }
    }
}
