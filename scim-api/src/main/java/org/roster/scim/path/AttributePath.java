package org.roster.scim.path;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an attribute as a client writes it: {@code userName}, {@code name.familyName},
 * {@code urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value}, or the URN of a whole extension.
 * Immutable. Names compare without regard to case.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.10">RFC 7644 §3.10</a>
 */
public final class AttributePath {

    /** ATTRNAME of RFC 7643 §2.1, with the leading {@code $} of {@code $ref} (erratum 8924). */
    private static final Pattern NAME = Pattern.compile("\\$?[A-Za-z][-$_0-9A-Za-z]*");

    /** Enough of RFC 3986 to tell a URI from a typing error: a letter first, and nothing that JSON or a filter would need. */
    private static final Pattern URI = Pattern.compile("[A-Za-z][!-~&&[^\"'()\\[\\]{}<>\\\\^`|,]]*");

    private final @Nullable String schema;
    private final String name;
    private final @Nullable String subAttribute;

    /** What two paths are compared by, which is asked more often than a path is made. */
    private final String folded;

    private AttributePath(@Nullable String schema, String name, @Nullable String subAttribute) {
        this.schema = schema;
        this.name = name;
        this.subAttribute = subAttribute;
        this.folded = text(schema, name, subAttribute).toLowerCase(Locale.ROOT);
    }

    /**
     * An attribute of the core schema or a common attribute.
     *
     * @param name for instance {@code userName}
     * @return the path
     */
    public static AttributePath of(String name) {
        return new AttributePath(null, name, null);
    }

    /**
     * A whole schema extension.
     *
     * @param urn the URI of the extension's schema
     * @return the path
     */
    public static AttributePath ofSchema(String urn) {
        return new AttributePath(urn, "", null);
    }

    /**
     * Reads a path. A URN is split from the attribute at its last colon, so dots and colons inside the URN are safe;
     * whether {@code urn:x:User} is an attribute or a whole schema only a resource type can tell.
     *
     * @param text the path as sent
     * @return the path, or empty if the text is not one
     */
    public static Optional<AttributePath> parse(String text) {
        int colon = text.lastIndexOf(':');
        @Nullable String schema = colon < 0 ? null : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        @Nullable String sub = dot < 0 ? null : rest.substring(dot + 1);
        if (isName(name) && (sub == null || isName(sub)) && (schema == null || isUri(schema))) {
            return Optional.of(new AttributePath(schema, name, sub));
        }
        return schema != null && isUri(text) ? Optional.of(ofSchema(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static boolean isUri(String text) {
        return URI.matcher(text).matches();
    }

    /**
     * The same attribute, inside a schema.
     *
     * @param urn the URI of the schema
     * @return a new path
     */
    public AttributePath in(String urn) {
        return new AttributePath(urn, name, subAttribute);
    }

    /**
     * A sub-attribute of this attribute.
     *
     * @param sub for instance {@code familyName}
     * @return a new path
     */
    public AttributePath sub(String sub) {
        return new AttributePath(schema, name, sub);
    }

    /**
     * The path without its sub-attribute.
     *
     * @return this path, if it has none
     */
    public AttributePath parent() {
        return subAttribute == null ? this : new AttributePath(schema, name, null);
    }

    /**
     * The URI of the schema that qualifies the name.
     *
     * @return empty for an unqualified name
     */
    public Optional<String> schema() {
        return Optional.ofNullable(schema);
    }

    /**
     * The attribute's name.
     *
     * @return as written; empty if the path names a whole schema
     */
    public String name() {
        return name;
    }

    /**
     * The sub-attribute's name.
     *
     * @return as written
     */
    public Optional<String> subAttribute() {
        return Optional.ofNullable(subAttribute);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AttributePath path && path.folded.equals(folded);
    }

    @Override
    public int hashCode() {
        return folded.hashCode();
    }

    /**
     * The path as a client would write it.
     *
     * @return for instance {@code name.familyName}
     */
    @Override
    public String toString() {
        return text(schema, name, subAttribute);
    }

    private static String text(@Nullable String schema, String name, @Nullable String subAttribute) {
        String local = subAttribute == null ? name : name + "." + subAttribute;
        if (schema == null) {
            return local;
        }
        return name.isEmpty() ? schema : schema + ":" + local;
    }
}
