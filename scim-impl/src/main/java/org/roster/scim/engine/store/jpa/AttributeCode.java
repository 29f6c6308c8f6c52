package org.roster.scim.engine.store.jpa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.roster.scim.path.AttributePath;

/**
 * The first part of an index key: which attribute. The attribute is inside the key, not in a column of its own, because a
 * planner that sees both columns misjudges ranges. All keys of one attribute lie between {@link #from} and {@link #to}.
 *
 * @param text the path; the URI of an extension is shortened to eight digits of its hash
 */
record AttributeCode(String text) {

    /** Folded values longer than this stand in a column of their own; the key has their beginning. */
    static final int LONGEST_VALUE = 300;

    private static final int HASH_IN_KEY = 16;

    private static final Map<String, String> SHORT = new ConcurrentHashMap<>();

    static AttributeCode of(AttributePath path) {
        String local = path.name() + path.subAttribute().map(s -> "." + s).orElse("");
        return new AttributeCode(path.schema()
                .map(urn -> SHORT.computeIfAbsent(urn, AttributeCode::shortened) + ":" + local)
                .orElse(local));
    }

    AttributeCode sub(String name) {
        return new AttributeCode(text + "." + name);
    }

    /** The key of a folded value; only its beginning, where it is long. */
    String key(String folded) {
        return text + "=" + beginning(folded);
    }

    /** The least key. */
    String from() {
        return text + "=";
    }

    /** Greater than each key: '>' follows '='. */
    String to() {
        return text + ">";
    }

    /** The least key of the sub-attributes. */
    String fromSubs() {
        return text + ".";
    }

    /** Greater than each key of the sub-attributes: '/' follows '.'. */
    String toSubs() {
        return text + "/";
    }

    /** The key of an element of a complex attribute that has no value with a key; it is among those of the sub-attributes. */
    String bare() {
        return sub("").from();
    }

    static boolean isLong(String folded) {
        return folded.length() > LONGEST_VALUE;
    }

    static String beginning(String folded) {
        if (!isLong(folded)) {
            return folded;
        }
        // Longer rather than shorter: a key that stopped before the pair would sort before other text of this length.
        int end = Character.isHighSurrogate(folded.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE + 1 : LONGEST_VALUE;
        return folded.substring(0, end);
    }

    /** The key of a long value that stands in the same element as another one with its beginning. */
    static String apart(String key, String folded) {
        return key + "#" + hash(folded).substring(0, HASH_IN_KEY);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String shortened(String urn) {
        return hash(urn.toLowerCase(Locale.ROOT)).substring(0, 8);
    }
}
