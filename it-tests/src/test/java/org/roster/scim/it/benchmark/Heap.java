package org.roster.scim.it.benchmark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of the server's JVM, asked by jcmd. */
record Heap(long pid) {

    private static final Pattern USED = Pattern.compile("total (\\d+)K, used (\\d+)K");

    /** Megabytes in use, garbage included. */
    double used() {
        Matcher space = USED.matcher(new Jcmd(pid).run("GC.heap_info"));
        long kilobytes = 0;
        while (space.find()) {
            kilobytes += Long.parseLong(space.group(2));
        }
        return kilobytes / 1024.0;
    }

    /** Megabytes that survive a full collection. */
    double live() {
        new Jcmd(pid).run("GC.run");
        return used();
    }
}
