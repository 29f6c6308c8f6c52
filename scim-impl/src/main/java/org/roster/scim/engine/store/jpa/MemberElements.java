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
        write(array(owner), id, type, shown);
    }

    /** Adds one that {@link #element} wrote. */
    void add(String owner, String element) {
        array(owner).append(element);
    }

    /** An element that several resources have. */
    String element(String id, String type, @Nullable String shown) {
        StringBuilder element = new StringBuilder(128);
        write(element, id, type, shown);
        return element.toString();
    }

    /** The array of a resource, ready for one more. */
    private StringBuilder array(String owner) {
        if (!owner.equals(lastOwner)) {
            last = arrays.computeIfAbsent(owner, key -> new StringBuilder(128));
            lastOwner = owner;
        }
        return last.append(last.isEmpty() ? '[' : ',');
    }

    private void write(StringBuilder json, String id, String type, @Nullable String shown) {
        json.append("{\"value\":");
        DocumentText.append(json, id);
        if (display && shown != null) {
            json.append(",\"display\":");
            DocumentText.append(json, shown);
        }
        json.append(",\"type\":");
        DocumentText.append(json, type);
        json.append('}');
    }

    /** The array of a resource; empty if it has none. */
    Optional<String> of(String owner) {
        return Optional.ofNullable(arrays.get(owner)).map(array -> array + "]");
    }
}
