package org.roster.scim.schema;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.path.AttributePath;

/**
 * An attribute path together with the definitions it names. Immutable. Two are equal if their canonical paths are.
 */
public final class ResolvedPath {

    private final AttributePath path;
    private final Attribute attribute;
    private final @Nullable Attribute subAttribute;

    ResolvedPath(AttributePath path, Attribute attribute, @Nullable Attribute subAttribute) {
        this.path = path;
        this.attribute = attribute;
        this.subAttribute = subAttribute;
    }

    /**
     * The canonical path: names spelled as in the schema; a schema URI only for attributes of extensions.
     *
     * @return for instance {@code name.familyName}
     */
    public AttributePath path() {
        return path;
    }

    /**
     * The URI of the extension that the attribute belongs to.
     *
     * @return empty for common attributes and those of the core schema
     */
    public Optional<String> extension() {
        return path.schema();
    }

    /**
     * The attribute, also when the path goes on to a sub-attribute.
     *
     * @return the definition
     */
    public Attribute attribute() {
        return attribute;
    }

    /**
     * The sub-attribute that the path ends at.
     *
     * @return empty if it ends at the attribute
     */
    public Optional<Attribute> subAttribute() {
        return Optional.ofNullable(subAttribute);
    }

    /**
     * What the path ends at.
     *
     * @return the sub-attribute if there is one, else the attribute
     */
    public Attribute target() {
        return subAttribute == null ? attribute : subAttribute;
    }

    /**
     * The path without its sub-attribute.
     *
     * @return this, if it has none
     */
    public ResolvedPath parent() {
        return subAttribute == null ? this : new ResolvedPath(path.parent(), attribute, null);
    }

    /**
     * A sub-attribute of this attribute.
     *
     * @param name its name, in any case
     * @return empty if there is none
     */
    public Optional<ResolvedPath> sub(String name) {
        return attribute.subAttribute(name).map(s -> new ResolvedPath(path.sub(s.name()), attribute, s));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResolvedPath resolved && resolved.path.equals(path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
