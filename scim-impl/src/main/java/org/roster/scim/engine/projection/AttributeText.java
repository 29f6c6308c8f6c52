package org.roster.scim.engine.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roster.scim.engine.json.JsonBuffer;
import org.roster.scim.engine.json.JsonNames;
import org.roster.scim.engine.json.JsonWalk;
import org.roster.scim.engine.projection.Shape.Extension;
import org.roster.scim.engine.projection.Shape.Part;
import org.roster.scim.engine.projection.Shape.Sub;

/**
 * Copies attributes from the text of a resource to that of an answer; those that stand beside each other in one piece. Not
 * thread-safe.
 */
final class AttributeText {

    private static final int NOWHERE = -1;

    private final JsonBuffer out;
    private final Targets targets;
    private byte[] text = {};

    // What is to be copied next, in one piece.
    private int pieceFrom = NOWHERE;
    private int pieceTo;

    /** Where references to some types point that were asked for last. */
    private final Map<List<String>, Reference> references = new HashMap<>();

    /**
     * Begins.
     *
     * @param out the answer
     * @param targets knows where references point
     */
    AttributeText(JsonBuffer out, Targets targets) {
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

    /**
     * Writes what is shown of a resource into an object that was opened.
     *
     * @param resource its text in UTF-8
     * @param shape has the parts and the extensions
     * @param open the length of the answer when its object was opened
     * @param seen takes each extension of which something is shown
     */
    void writeAll(byte[] resource, Shape shape, int open, Consumer<Extension> seen) {
        text = resource;
        JsonWalk walk = new JsonWalk(resource, 0);
        while (walk.next()) {
            @Nullable Part part = shape.part(walk);
            if (part != null) {
                write(walk, part, open);
                continue;
            }
            copyPiece(open);
            @Nullable Extension extension = shape.extension(walk);
            if (extension != null && writeExtension(walk, extension, open)) {
                seen.accept(extension);
            }
        }
        copyPiece(open);
    }

    private boolean writeExtension(JsonWalk outer, Extension extension, int outerOpen) {
        int before = out.length();
        out.separate(outerOpen).append(extension.urn()).append(':').append('{');
        int open = out.length();
        JsonWalk walk = new JsonWalk(text, outer.from());
        while (walk.next()) {
            @Nullable Part part = walk.named(extension.parts());
            if (part != null) {
                write(walk, part, open);
            } else {
                copyPiece(open);
            }
        }
        outer.endsWith(walk);
        copyPiece(open);
        boolean shown = out.length() > open;
        out.append('}');
        if (!shown) {
            out.truncate(before);
        }
        return shown;
    }

    /** Writes an attribute into the object that was opened at a place; a complex one of which nothing is shown is left out. */
    private void write(JsonWalk walk, Part part, int open) {
        if (walk.empty()) {
            copyPiece(open);
            return;
        }
        if (!part.inPieces()) {
            addToPiece(walk);
            return;
        }
        copyPiece(open);
        int before = out.length();
        out.separate(open).append(text, walk.begin(), walk.from());
        if (!walk.startsWith('{')) {
            elements(walk, part);
        } else if (!element(walk, part)) {
            out.truncate(before);
        }
    }

    private void elements(JsonWalk outer, Part part) {
        out.append('[');
        int open = out.length();
        JsonWalk walk = new JsonWalk(text, outer.from());
        while (walk.next()) {
            out.separate(open);
            element(walk, part);
        }
        outer.endsWith(walk);
        out.append(']');
    }

    private boolean element(JsonWalk outer, Part part) {
        out.append('{');
        int open = out.length();
        int id = 0;
        int idEnd = 0;
        int type = 0;
        int typeEnd = 0;
        int sent = NOWHERE;
        int sentEnd = 0;
        JsonNames<Sub> members = part.members();
        JsonWalk walk = new JsonWalk(text, outer.from());
        while (walk.next()) {
            @Nullable Sub sub = walk.named(members);
            if (sub != null && part.hasReference() && walk.startsWith('"')) {
                switch (sub.role()) {
                    case VALUE -> {
                        id = walk.from() + 1;
                        idEnd = walk.to() - 1;
                    }
                    case TYPE -> {
                        type = walk.from() + 1;
                        typeEnd = walk.to() - 1;
                    }
                    default -> {}
                }
            }
            if (sub == null || !sub.shown()) {
                copyPiece(open);
            } else if (sub.role() == Shape.Role.REFERENCE) {
                copyPiece(open);
                sent = walk.begin();
                sentEnd = walk.to();
            } else {
                addToPiece(walk);
            }
        }
        outer.endsWith(walk);
        copyPiece(open);
        Optional<byte[]> target = idEnd > id ? target(part.reference(), type, typeEnd) : Optional.empty();
        if (target.isPresent()) {
            // A URL has nothing that needs escaping, and the id stands here as it stood there.
            byte[] url = target.get();
            out.separate(open).append(url).append(text, id, idEnd).append('"');
        } else if (sent != NOWHERE) {
            out.separate(open).append(text, sent, sentEnd);
        }
        boolean shown = out.length() > open;
        out.append('}');
        return shown;
    }

    private void addToPiece(JsonWalk walk) {
        if (pieceFrom == NOWHERE) {
            pieceFrom = walk.begin();
        }
        pieceTo = walk.to();
    }

    private void copyPiece(int open) {
        if (pieceFrom != NOWHERE) {
            out.separate(open).append(text, pieceFrom, pieceTo);
            pieceFrom = NOWHERE;
        }
    }

    /** The beginning of a {@code $ref}. Asked for each of ten thousand members, who are of one or two types. */
    private Optional<byte[]> target(List<String> types, int named, int namedEnd) {
        @Nullable Reference last = references.get(types);
        if (last == null || !Arrays.equals(text, named, namedEnd, last.named, 0, last.named.length)) {
            last = new Reference(types, Arrays.copyOfRange(text, named, namedEnd));
            references.put(types, last);
        }
        return last.beginning;
    }

    /** A reference without the id. */
    private final class Reference {

        /** The type that stands beside it. */
        private final byte[] named;

        private final Optional<byte[]> beginning;

        Reference(List<String> types, byte[] named) {
            this.named = named;
            this.beginning = targets.of(types, new String(named, StandardCharsets.UTF_8))
                    .map(url -> ("\"" + Shape.REF + "\":\"" + url).getBytes(StandardCharsets.UTF_8));
        }
    }
}
