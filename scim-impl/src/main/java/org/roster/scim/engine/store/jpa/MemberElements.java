package org.roster.scim.engine.store.jpa;

import java.util.Arrays;
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

    private static final String DISPLAY = ",\"display\":";

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

    /**
     * Adds groups that a database has put together.
     *
     * @param owner the resource that is in them
     * @param texts a line for each: its id, and behind it its display as a JSON string if it has one
     */
    void addAll(String owner, String texts) {
        String[] lines = texts.split("\n");
        Arrays.sort(lines);
        for (String line : lines) {
            int end = line.indexOf('"') < 0 ? line.length() : line.indexOf('"');
            StringBuilder json = begin(array(owner), line.substring(0, end));
            if (display && end < line.length()) {
                json.append(DISPLAY).append(line, end, line.length());
            }
            end(json, DIRECT);
        }
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
        begin(json, id);
        if (display && shown != null) {
            DocumentText.append(json.append(DISPLAY), shown);
        }
        end(json, type);
    }

    private static StringBuilder begin(StringBuilder json, String id) {
        json.append("{\"value\":");
        DocumentText.append(json, id);
        return json;
    }

    private static void end(StringBuilder json, String type) {
        json.append(",\"type\":");
        DocumentText.append(json, type);
        json.append('}');
    }

    /** The array of a resource; empty if it has none. */
    Optional<String> of(String owner) {
        return Optional.ofNullable(arrays.get(owner)).map(array -> array + "]");
    }
}
