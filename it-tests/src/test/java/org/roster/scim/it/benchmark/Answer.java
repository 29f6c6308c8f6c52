package org.roster.scim.it.benchmark;

import java.nio.charset.StandardCharsets;

/** What came back; its body is good until the next answer of the same connection. */
public final class Answer {

    private final int status;
    private final byte[] bytes;
    private final int length;

    /** An answer whose body is the first bytes of an array. */
    Answer(int status, byte[] bytes, int length) {
        this.status = status;
        this.bytes = bytes;
        this.length = length;
    }

    public int status() {
        return status;
    }

    /** How often a text of ASCII is in the body. */
    int count(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        int count = 0;
        for (int at = find(wanted, 0); at >= 0; at = find(wanted, at + wanted.length)) {
            count++;
        }
        return count;
    }

    boolean has(String text) {
        return find(text.getBytes(StandardCharsets.US_ASCII), 0) >= 0;
    }

    /** The text between two others; empty if they are not there. */
    String between(String before, String after) {
        int from = find(before.getBytes(StandardCharsets.US_ASCII), 0);
        if (from < 0) {
            return "";
        }
        int start = from + before.length();
        int end = find(after.getBytes(StandardCharsets.US_ASCII), start);
        return end < 0 ? "" : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private int find(byte[] wanted, int from) {
        for (int i = from; i <= length - wanted.length; i++) {
            int k = 0;
            while (k < wanted.length && bytes[i + k] == wanted[k]) {
                k++;
            }
            if (k == wanted.length) {
                return i;
            }
        }
        return -1;
    }

    /** For messages. */
    String brief() {
        return status + " " + new String(bytes, 0, Math.min(length, 300), StandardCharsets.UTF_8);
    }
}
