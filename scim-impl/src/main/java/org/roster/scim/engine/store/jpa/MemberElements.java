package org.roster.scim.engine.store.jpa;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.schema.Attribute;
import org.roster.scim.schema.ResolvedPath;

/** The elements of a membership attribute, or of its inverse, as the JSON arrays of several resources. Not thread-safe. */
final class MemberElements {

    /** The type of a group in which a resource is a member itself; there are no others. */
    static final String DIRECT = "direct";

    private final Attribute attribute;
    private final boolean display;
    private final Map<String, StringBuilder> arrays = new HashMap<>();
    private String lastOwner = "";
    private StringBuilder last = new StringBuilder(0);

    MemberElements(ResolvedPath attribute) {
        this.attribute = attribute.attribute();
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
     * @param type of a member, or {@link #DIRECT}
     * @param shown its display text
     */
    void add(String owner, String id, String type, @Nullable String shown) {
        if (!owner.equals(lastOwner)) {
            last = arrays.computeIfAbsent(owner, key -> new StringBuilder(128));
            lastOwner = owner;
        }
        StringBuilder array = last;
        array.append(array.isEmpty() ? "[{\"value\":" : ",{\"value\":");
        DocumentText.append(array, id);
        if (display && shown != null) {
            array.append(",\"display\":");
            DocumentText.append(array, shown);
        }
        array.append(",\"type\":");
        DocumentText.append(array, type);
        array.append('}');
    }

    /** The array of a resource; empty if it has none. */
    Optional<String> of(String owner) {
        return Optional.ofNullable(arrays.get(owner)).map(array -> array + "]");
    }
}
