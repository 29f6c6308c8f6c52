package org.roster.scim.engine.projection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.engine.json.JsonWalk;
import org.roster.scim.engine.projection.Shape.Part;

/** Copies attributes from the text of a resource to that of an answer. Not thread-safe. */
final class AttributeText {

    private final byte[] text;
    private final JsonBuffer out;
    private final Targets targets;

    // What was asked for last.
    private List<String> lastTypes = List.of();
    private String lastNamed = "";
    private Optional<String> lastTarget = Optional.empty();

    /**
     * Begins.
     *
     * @param text of the resource
     * @param out the answer; other members stand in it already
     * @param targets knows where references point
     */
    AttributeText(byte[] text, JsonBuffer out, Targets targets) {
        this.text = text;
        this.out = out;
        this.targets = targets;
    }

    /** Knows where references point. */
    interface Targets {
        /**
         * The URL without the id.
         *
         * @param types names of the types that it may point to
         * @param named the one that stands beside it, else blank
         * @return empty if it points to no resource of ours
         */
        Optional<String> of(List<String> types, String named);
    }

    /** Writes an attribute of the core schema. */
    void write(JsonWalk walk, String name, Part part) {
        write(walk, name, part, -1);
    }

    /** Writes an extension, and says whether there was anything to write. */
    boolean writeExtension(JsonWalk outer, String urn, Map<String, Part> parts) {
        int before = out.length();
        out.append(",").string(urn).append(":{");
        int open = out.length();
        JsonWalk walk = new JsonWalk(text, outer.from());
        while (walk.next()) {
            String name = walk.name();
            @Nullable Part part = parts.get(name);
            if (part != null) {
                write(walk, name, part, open);
            }
        }
        outer.endsWith(walk);
        boolean shown = out.length() > open;
        out.append("}");
        if (!shown) {
            out.truncate(before);
        }
        return shown;
    }

    /** Writes an attribute into the object that was opened at a place; a complex one of which nothing is shown is left out. */
    private void write(JsonWalk walk, String name, Part part, int open) {
        if (walk.empty()) {
            return;
        }
        if (!part.inPieces()) {
            out.separate(open).append(text, walk.begin(), walk.to());
            return;
        }
        int before = out.length();
        out.member(name, open);
        if (!walk.startsWith('{')) {
            elements(walk, part);
        } else if (!element(walk, part)) {
            out.truncate(before);
        }
    }

    private void elements(JsonWalk outer, Part part) {
        out.append("[");
        int open = out.length();
        JsonWalk walk = new JsonWalk(text, outer.from());
        while (walk.next()) {
            out.separate(open);
            element(walk, part);
        }
        outer.endsWith(walk);
        out.append("]");
    }

    private boolean element(JsonWalk outer, Part part) {
        out.append("{");
        int open = out.length();
        int id = 0;
        int idEnd = 0;
        String type = "";
        @Nullable String sent = null;
        JsonWalk walk = new JsonWalk(text, outer.from());
        while (walk.next()) {
            String name = walk.name();
            boolean shown = part.members().contains(name);
            if (part.hasReference() && walk.startsWith('"')) {
                if (name.equals("value")) {
                    id = walk.from() + 1;
                    idEnd = walk.to() - 1;
                } else if (name.equals("type")) {
                    type = unquoted(walk);
                }
            }
            if (name.equals(Shape.REF)) {
                sent = shown ? new String(text, walk.from(), walk.to() - walk.from(), StandardCharsets.UTF_8) : null;
            } else if (shown) {
                out.member(name, open).append(text, walk.from(), walk.to());
            }
        }
        outer.endsWith(walk);
        Optional<String> target = idEnd > id ? target(part.reference(), type) : Optional.empty();
        if (target.isPresent()) {
            // A URL has nothing that needs escaping, and the id stands here as it stood there.
            out.member(Shape.REF, open)
                    .append("\"" + target.get())
                    .append(text, id, idEnd)
                    .append("\"");
        } else if (sent != null) {
            out.member(Shape.REF, open).append(sent);
        }
        boolean shown = out.length() > open;
        out.append("}");
        return shown;
    }

    /** Asked for each of ten thousand members, who are of one or two types. */
    private Optional<String> target(List<String> types, String named) {
        if (!named.equals(lastNamed) || !types.equals(lastTypes)) {
            lastTarget = targets.of(types, named);
            lastNamed = named;
            lastTypes = types;
        }
        return lastTarget;
    }

    /** What stands between the quotes, as it stands there. */
    private String unquoted(JsonWalk walk) {
        return new String(text, walk.from() + 1, walk.to() - walk.from() - 2, StandardCharsets.UTF_8);
    }
}
