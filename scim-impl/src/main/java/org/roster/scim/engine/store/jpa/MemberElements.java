package org.roster.scim.engine.store.jpa;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.store.jpa.Relations.Side;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;

/** The elements of a membership attribute, or of its inverse, as the JSON arrays of several resources. Not thread-safe. */
final class MemberElements {

    private final Attribute attribute;
    private final Side side;
    private final boolean display;
    private final Map<String, StringBuilder> arrays = new HashMap<>();

    MemberElements(ResolvedPath attribute, Side side) {
        this.attribute = attribute.attribute();
        this.side = side;
        this.display = this.attribute.subAttribute("display").isPresent();
    }

    /** The name of the attribute. */
    String name() {
        return attribute.name();
    }

    /**
     * Adds an element.
     *
     * @param owner the resource that has it
     * @param id of the resource at the other end
     * @param type of that resource
     * @param shown its display text
     */
    void add(String owner, String id, String type, @Nullable String shown) {
        StringBuilder array = arrays.computeIfAbsent(owner, key -> new StringBuilder(128));
        array.append(array.isEmpty() ? "[{\"value\":" : ",{\"value\":");
        DocumentText.append(array, id);
        if (display && shown != null) {
            array.append(",\"display\":");
            DocumentText.append(array, shown);
        }
        array.append(",\"type\":");
        DocumentText.append(array, side == Side.MEMBERS ? type : "direct");
        array.append('}');
    }

    /** The array of a resource; empty if it has none. */
    Optional<String> of(String owner) {
        return Optional.ofNullable(arrays.get(owner)).map(array -> array + "]");
    }
}
