package org.roster.scim.query;

import java.util.Set;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;
import org.roster.scim.schema.Returned;

/**
 * Which attributes a client wants to see. Immutable. The paths are resolved; names that no schema has were dropped.
 *
 * @param mode whether the paths are wanted, not wanted, or there are none
 * @param paths attributes and sub-attributes
 * @param supplied what the client sent, if this is for the answer to a change: of it an answer has what is returned on
 *     request too, unless it is not wanted (RFC 7643 §7)
 * @param hidden attributes and sub-attributes that the client may not see, whatever it wants
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.9">RFC 7644 §3.9</a>
 */
public record Projection(Mode mode, Set<ResolvedPath> paths, Set<ResolvedPath> supplied, Set<ResolvedPath> hidden) {

    /** What the paths of a projection mean. */
    public enum Mode {
        /** The request names no attributes. */
        DEFAULT,
        /** The request has {@code attributes}. */
        ONLY,
        /** The request has {@code excludedAttributes}. */
        WITHOUT
    }

    /** What a client sees that names no attributes. */
    public static final Projection DEFAULT = new Projection(Mode.DEFAULT, Set.of());

    /** The least that a client sees: attributes that are always returned. For answers without a body. */
    public static final Projection MINIMAL = new Projection(Mode.ONLY, Set.of());

    /**
     * Copies the sets.
     *
     * @param mode see above
     * @param paths see above
     * @param supplied see above
     * @param hidden see above
     */
    public Projection {
        paths = Set.copyOf(paths);
        supplied = Set.copyOf(supplied);
        hidden = Set.copyOf(hidden);
    }

    /**
     * A projection for the answer to a request that changes nothing.
     *
     * @param mode see above
     * @param paths see above
     */
    public Projection(Mode mode, Set<ResolvedPath> paths) {
        this(mode, paths, Set.of(), Set.of());
    }

    /**
     * The same for the answer to a change.
     *
     * @param sent the attributes and sub-attributes that the client sent
     * @return a new projection
     */
    public Projection afterSending(Set<ResolvedPath> sent) {
        return new Projection(mode, paths, sent, hidden);
    }

    /**
     * The same for a caller who may not see everything.
     *
     * @param attributes what he may not see
     * @return this, if there is nothing of that kind
     */
    public Projection hiding(Set<ResolvedPath> attributes) {
        return attributes.equals(hidden) ? this : new Projection(mode, paths, supplied, attributes);
    }

    /**
     * Whether any part of an attribute is part of the answer. A store need not load what is not.
     *
     * @param path an attribute, not a sub-attribute
     * @return false if the store may leave it out
     */
    public boolean wants(ResolvedPath path) {
        Attribute attribute = path.attribute();
        if (attribute.returned() == Returned.NEVER || hidden.contains(path)) {
            return false;
        }
        if (attribute.returned() == Returned.ALWAYS) {
            return true;
        }
        return switch (mode) {
            case DEFAULT -> byDefault(attribute, path);
            case WITHOUT -> byDefault(attribute, path) && (!paths.contains(path) || holdsAlways(attribute));
            case ONLY -> paths.stream().anyMatch(p -> p.parent().equals(path)) || holdsAlways(attribute);
        };
    }

    /** What is returned where a client names nothing. */
    private boolean byDefault(Attribute attribute, ResolvedPath path) {
        return attribute.returned() == Returned.DEFAULT
                || supplied.stream().anyMatch(p -> p.parent().equals(path));
    }

    private static boolean holdsAlways(Attribute attribute) {
        return attribute.subAttributes().stream().anyMatch(s -> s.returned() == Returned.ALWAYS);
    }

    /** A reference has the value at its end. */
    private boolean tellsHidden(ResolvedPath path) {
        return path.target().name().equals("$ref")
                && path.parent().sub("value").filter(hidden::contains).isPresent();
    }

    /**
     * Whether a sub-attribute is part of the answer, given that its attribute is.
     *
     * @param path a sub-attribute
     * @return false if it is left out
     */
    public boolean wantsSub(ResolvedPath path) {
        Returned returned = path.target().returned();
        if (hidden.contains(path) || tellsHidden(path)) {
            return false;
        }
        if (returned == Returned.NEVER || returned == Returned.ALWAYS) {
            return returned == Returned.ALWAYS;
        }
        boolean byDefault = returned == Returned.DEFAULT || supplied.contains(path);
        return switch (mode) {
            case DEFAULT -> byDefault;
            case WITHOUT -> byDefault && !paths.contains(path) && !paths.contains(path.parent());
            case ONLY -> paths.contains(path) || (returned == Returned.DEFAULT && paths.contains(path.parent()));
        };
    }
}
