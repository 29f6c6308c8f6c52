package org.roster.scim.engine.store.mapped;

import java.util.ArrayList;
import java.util.List;
import org.roster.scim.mapping.EntityMapping;

/** Collects what is wrong with mappings, so that one message tells all of it. Not thread-safe. */
final class Mistakes {

    private final List<String> sentences = new ArrayList<>();

    /** For what belongs to one attribute, or another part, of a mapping. */
    record At(Mistakes all, EntityMapping<?> mapping, String part) {

        void add(String sentence) {
            all.sentences.add("EntityMapping of " + mapping.resourceType() + (part.isEmpty() ? "" : ", " + part) + ": "
                    + sentence);
        }

        At part(String other) {
            return new At(all, mapping, other);
        }

        At attribute(String path) {
            return part("attribute \"" + path + "\"");
        }
    }

    At of(EntityMapping<?> mapping) {
        return new At(this, mapping, "");
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
