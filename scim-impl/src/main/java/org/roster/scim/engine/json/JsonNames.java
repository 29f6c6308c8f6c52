package org.roster.scim.engine.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the names of members, found by the bytes of a text: a page has thousands of names, and none of them becomes
 * a string. Immutable.
 *
 * @param <V> what belongs to a name
 */
public final class JsonNames<V> {

    private final List<@Nullable Entry<V>> slots;

    private JsonNames(Map<String, V> values) {
        int slotsPerName = 4;
        int size = Integer.highestOneBit(Math.max(1, values.size()) * slotsPerName);
        this.slots = new ArrayList<>(Collections.nCopies(size, null));
        values.forEach((name, value) -> add(new Entry<>(name.getBytes(StandardCharsets.UTF_8), value)));
    }

    private static final class Entry<V> {

        private final byte[] name;
        private final V value;

        Entry(byte[] name, V value) {
            this.name = name;
            this.value = value;
        }
    }

    /**
     * Makes a table.
     *
     * @param values by names, which are not escaped
     * @param <V> what belongs to a name
     * @return the same
     */
    public static <V> JsonNames<V> of(Map<String, V> values) {
        return new JsonNames<>(values);
    }

    private void add(Entry<V> entry) {
        int slot = first(entry.name, 0, entry.name.length);
        while (slots.get(slot) != null) {
            slot = after(slot);
        }
        slots.set(slot, entry);
    }

    /** What belongs to a name that stands somewhere; null if nothing does. */
    @Nullable
    V get(byte[] json, int from, int to) {
        int slot = first(json, from, to);
        @Nullable Entry<V> entry = slots.get(slot);
        while (entry != null && !Arrays.equals(json, from, to, entry.name, 0, entry.name.length)) {
            slot = after(slot);
            entry = slots.get(slot);
        }
        return entry == null ? null : entry.value;
    }

    /** By length, both ends and the middle: that tells most names of a schema apart. */
    private int first(byte[] json, int from, int to) {
        int hash = to - from;
        if (hash > 0) {
            hash = 31 * hash + json[from];
            hash = 31 * hash + json[(from + to) >>> 1];
            hash = 31 * hash + json[to - 1];
        }
        return (hash ^ (hash >>> 7)) & (slots.size() - 1);
    }

    private int after(int slot) {
        return (slot + 1) & (slots.size() - 1);
    }
}
