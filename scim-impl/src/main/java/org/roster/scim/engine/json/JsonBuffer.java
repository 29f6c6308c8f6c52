package org.roster.scim.engine.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON text in UTF-8 that grows at its end. Its parts are put together as they are, so whoever appends takes care that the
 * whole is JSON. Not thread-safe.
 */
public final class JsonBuffer {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    /** A control character: backslash, u and four digits. */
    private static final int LONGEST_ESCAPE = 6;

    private byte[] bytes;
    private int length;

    /**
     * Makes an empty buffer.
     *
     * @param capacity about how many bytes it will hold
     */
    public JsonBuffer(int capacity) {
        this.bytes = new byte[Math.max(16, capacity)];
    }

    /**
     * How much there is.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    /**
     * Takes the end away again.
     *
     * @param shorter a length that the buffer had before
     */
    public void truncate(int shorter) {
        length = shorter;
    }

    /**
     * Appends the name of a member, and a comma if another one stands before it.
     *
     * @param name its name
     * @param open the length of the buffer when the object was just opened
     * @return this, ready for the value
     */
    public JsonBuffer member(String name, int open) {
        return separate(open).string(name).append(":");
    }

    /**
     * Appends a comma if something stands before it in the same object or array.
     *
     * @param open the length of the buffer when it was just opened
     * @return this
     */
    public JsonBuffer separate(int open) {
        return length > open ? append(',') : this;
    }

    /**
     * Appends a piece of JSON.
     *
     * @param json a character of ASCII
     * @return this
     */
    public JsonBuffer append(char json) {
        require(1);
        bytes[length++] = (byte) json;
        return this;
    }

    /**
     * Appends a piece of JSON.
     *
     * @param json any part of a text
     * @return this
     */
    public JsonBuffer append(String json) {
        return append(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Appends a piece of JSON.
     *
     * @param json UTF-8
     * @return this
     */
    public JsonBuffer append(byte[] json) {
        return append(json, 0, json.length);
    }

    /**
     * Appends a piece of JSON.
     *
     * @param json UTF-8
     * @param from index of its first byte
     * @param to index behind its last byte
     * @return this
     */
    public JsonBuffer append(byte[] json, int from, int to) {
        int added = to - from;
        require(added);
        System.arraycopy(json, from, bytes, length, added);
        length += added;
        return this;
    }

    /**
     * Looks for a character.
     *
     * @param character in ASCII
     * @param from where to begin
     * @return index of the first one, or -1
     */
    public int indexOf(char character, int from) {
        for (int i = from; i < length; i++) {
            if (bytes[i] == character) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Takes a piece out of the middle.
     *
     * @param from index of its first byte
     * @param to index behind its last byte
     */
    public void remove(int from, int to) {
        System.arraycopy(bytes, to, bytes, from, length - to);
        length -= to - from;
    }

    /**
     * Writes all of it somewhere.
     *
     * @param out takes it
     * @throws IOException if it does not
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /**
     * Puts a piece of JSON before what stands at a place.
     *
     * @param at a length that the buffer had before
     * @param json UTF-8, any part of a text
     */
    public void insert(int at, byte[] json) {
        require(json.length);
        System.arraycopy(bytes, at, bytes, at + json.length, length - at);
        System.arraycopy(json, 0, bytes, at, json.length);
        length += json.length;
    }

    /**
     * Appends a text as a JSON string.
     *
     * @param text not escaped
     * @return this
     */
    public JsonBuffer string(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        int plain = plain(raw);
        require(2 + plain + LONGEST_ESCAPE * (raw.length - plain));
        bytes[length++] = '"';
        System.arraycopy(raw, 0, bytes, length, plain);
        length += plain;
        for (int i = plain; i < raw.length; i++) {
            escaped(raw[i]);
        }
        bytes[length++] = '"';
        return this;
    }

    /** How many bytes from the first on need no escaping; of most texts all. */
    private static int plain(byte[] raw) {
        int i = 0;
        while (i < raw.length && isPlain(raw[i])) {
            i++;
        }
        return i;
    }

    /** Bytes of other characters than those of ASCII are negative. */
    private static boolean isPlain(byte b) {
        return b != '"' && b != '\\' && (b >= ' ' || b < 0);
    }

    private void escaped(byte b) {
        if (isPlain(b)) {
            bytes[length++] = b;
        } else if (b == '"' || b == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = b;
        } else {
            bytes[length++] = '\\';
            bytes[length++] = 'u';
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[b >> 4];
            bytes[length++] = HEX[b & 0xf];
        }
    }

    /**
     * All of it.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private void require(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }
}
