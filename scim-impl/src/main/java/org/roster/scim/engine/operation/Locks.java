package org.roster.scim.engine.operation;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.roster.scim.error.ScimException;
import org.roster.scim.schema.ResolvedPath;

/**
 * Attributes and parts of them that a caller may not write.
 *
 * @param attributes which
 * @param keys names of the roles that may write one of them
 */
record Locks(Set<ResolvedPath> attributes, Function<ResolvedPath, Set<String>> keys) {

    boolean hold(ResolvedPath attribute) {
        return attributes.contains(attribute);
    }

    /** The sub-attributes among them. */
    Set<ResolvedPath> parts() {
        return attributes.stream()
                .filter(path -> path.subAttribute().isPresent())
                .collect(Collectors.toSet());
    }

    ScimException refusal(ResolvedPath attribute) {
        Set<String> roles = new TreeSet<>(keys.apply(attribute));
        String wanted = roles.isEmpty() ? "" : "; it takes the role " + String.join(" or ", roles);
        return ScimException.of(403, "\"" + attribute + "\": your credential may not write this attribute" + wanted);
    }
}
