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
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.9">RFC 7644 §3.9</a>
 */
public record Projection(Mode mode, Set<ResolvedPath> paths) {

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
     * Copies the set.
     *
     * @param mode see above
     * @param paths see above
     */
    public Projection {
        paths = Set.copyOf(paths);
    }

    /**
     * Whether any part of an attribute is part of the answer. A store need not load what is not.
     *
     * @param path an attribute, not a sub-attribute
     * @return false if the store may leave it out
     */
    public boolean wants(ResolvedPath path) {
        Attribute attribute = path.attribute();
        if (attribute.returned() == Returned.NEVER) {
            return false;
        }
        if (attribute.returned() == Returned.ALWAYS) {
            return true;
        }
        return switch (mode) {
            case DEFAULT -> attribute.returned() == Returned.DEFAULT;
            case WITHOUT -> attribute.returned() == Returned.DEFAULT && !paths.contains(path);
            case ONLY ->
                paths.stream().anyMatch(p -> p.parent().equals(path))
                        || attribute.subAttributes().stream().anyMatch(s -> s.returned() == Returned.ALWAYS);
        };
    }

    /**
     * Whether a sub-attribute is part of the answer, given that its attribute is.
     *
     * @param path a sub-attribute
     * @return false if it is left out
     */
    public boolean wantsSub(ResolvedPath path) {
        Returned returned = path.target().returned();
        if (returned == Returned.NEVER || returned == Returned.ALWAYS) {
            return returned == Returned.ALWAYS;
        }
        return switch (mode) {
            case DEFAULT -> returned == Returned.DEFAULT;
            case WITHOUT -> returned == Returned.DEFAULT && !paths.contains(path);
            case ONLY -> paths.contains(path) || (returned == Returned.DEFAULT && paths.contains(path.parent()));
        };
    }
}
