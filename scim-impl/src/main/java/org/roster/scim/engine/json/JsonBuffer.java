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
        if (length > open) {
            require(1);
            bytes[length++] = ',';
        }
        return this;
    }

    /**
     * Appends a piece of JSON.
     *
     * @param json any part of a text
     * @return this
     */
    public JsonBuffer append(String json) {
        byte[] added = json.getBytes(StandardCharsets.UTF_8);
        return append(added, 0, added.length);
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
     * Appends what another buffer holds.
     *
     * @param other the other one
     * @param from index of the first byte
     * @return this
     */
    public JsonBuffer append(JsonBuffer other, int from) {
        return append(other.bytes, from, other.length);
    }

    /**
     * Looks for a character.
     *
     * @param character in ASCII
     * @return index of the first one, or -1
     */
    public int indexOf(char character) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == character) {
                return i;
            }
        }
        return -1;
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
     * @param json any part of a text
     */
    public void insert(int at, String json) {
        byte[] added = json.getBytes(StandardCharsets.UTF_8);
        require(added.length);
        System.arraycopy(bytes, at, bytes, at + added.length, length - at);
        System.arraycopy(added, 0, bytes, at, added.length);
        length += added.length;
    }

    /**
     * Appends a text as a JSON string.
     *
     * @param text not escaped
     * @return this
     */
    public JsonBuffer string(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        require(2 + 6 * raw.length);
        bytes[length++] = '"';
        for (byte b : raw) {
            if (b == '"' || b == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = b;
            } else if (b >= 0 && b < ' ') {
                bytes[length++] = '\\';
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                bytes[length++] = HEX[b >> 4];
                bytes[length++] = HEX[b & 0xf];
            } else {
                bytes[length++] = b;
            }
        }
        bytes[length++] = '"';
        return this;
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
