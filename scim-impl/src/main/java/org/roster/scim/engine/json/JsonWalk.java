package org.roster.scim.engine.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Goes from member to member of an object, or from element to element of an array, and says where each stands, without
 * reading what is in it. For JSON that is known to be well-formed, with or without white space: what a store wrote. Not
 * thread-safe.
 */
public final class JsonWalk {

    private static final int UNKNOWN = -1;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;

    private final byte[] json;
    private final boolean object;
    private int at;
    private int nameFrom;
    private int nameTo;
    private int from;
    /** Behind the value; {@link #UNKNOWN} until somebody wants to know, because finding out means looking at all of it. */
    private int to;

    /**
     * Begins.
     *
     * @param json UTF-8
     * @param at index of the brace or bracket that opens the object or array
     */
    public JsonWalk(byte[] json, int at) {
        this.json = json;
        this.object = json[at] == '{';
        this.at = at + 1;
        this.to = this.at;
    }

    /**
     * Goes on to the next member or element.
     *
     * @return false behind the last one
     */
    public boolean next() {
        at = to();
        skipTo();
        if (json[at] == ',') {
            at++;
            skipTo();
        }
        if (json[at] == '}' || json[at] == ']') {
            to = at;
            return false;
        }
        if (object) {
            nameFrom = at + 1;
            at = behindString(at);
            nameTo = at - 1;
            skipTo();
            at++;
            skipTo();
        }
        from = at;
        to = UNKNOWN;
        return true;
    }

    /**
     * What belongs to the name of the member.
     *
     * @param names those that are known
     * @param <V> what belongs to a name
     * @return null if the name is not known
     */
    public <V> @Nullable V named(JsonNames<V> names) {
        return names.get(json, nameFrom, nameTo);
    }

    /**
     * Where the member or element begins, with its name if it has one.
     *
     * @return index of its first byte
     */
    public int begin() {
        return object ? nameFrom - 1 : from;
    }

    /**
     * Where the value begins.
     *
     * @return index of its first byte
     */
    public int from() {
        return from;
    }

    /**
     * Where the value ends.
     *
     * @return index behind its last byte
     */
    public int to() {
        if (to == UNKNOWN) {
            to = behindValue(from);
        }
        return to;
    }

    /**
     * Says where the value ends, by a walk that has gone through it: nobody has to look at it again.
     *
     * @param inside began at {@link #from}, and there was no next one
     */
    public void endsWith(JsonWalk inside) {
        to = inside.at + 1;
    }

    /**
     * Whether the value is null, or an array or object with nothing in it.
     *
     * @return whether it says nothing
     */
    public boolean empty() {
        byte first = json[from];
        return first == 'n' || ((first == '[' || first == '{') && !new JsonWalk(json, from).next());
    }

    /**
     * What kind of value it is.
     *
     * @param first the byte that one of the kind begins with: a quote, brace or bracket
     * @return whether it begins so
     */
    public boolean startsWith(char first) {
        return json[from] == first;
    }

    private void skipTo() {
        while (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t') {
            at++;
        }
    }

    /** Eight bytes at a time: most of a text is in strings. */
    private int behindString(int quote) {
        int i = quote + 1;
        int lastWord = json.length - Long.BYTES;
        while (i <= lastWord) {
            long word = (long) WORDS.get(json, i);
            long found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
            if (found == 0) {
                i += Long.BYTES;
                continue;
            }
            i += Long.numberOfTrailingZeros(found) >>> 3;
            if (json[i] == '"') {
                return i + 1;
            }
            i += 2;
        }
        while (json[i] != '"') {
            i += json[i] == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    /** The highest bit of each byte that is zero; above the first one perhaps of others. */
    private static long zeros(long word) {
        return (word - ONES) & ~word & (ONES << 7);
    }

    private int behindValue(int start) {
        int i = start;
        int depth = 0;
        do {
            byte b = json[i];
            if (b == '"') {
                i = behindString(i);
            } else if (b == '{' || b == '[') {
                depth++;
                i++;
            } else if (b == '}' || b == ']') {
                depth--;
                i++;
            } else {
                i = depth == 0 ? behindLiteral(i) : i + 1;
            }
        } while (depth > 0);
        return i;
    }

    private int behindLiteral(int start) {
        int i = start;
        while (i < json.length && ",}] \n\r\t".indexOf(json[i]) < 0) {
            i++;
        }
        return i;
    }
}
