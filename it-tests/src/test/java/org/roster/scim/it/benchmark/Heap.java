package org.roster.scim.it.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of the server's JVM, asked by jcmd. */
record Heap(long pid) {

    private static final Pattern USED = Pattern.compile("total (\\d+)K, used (\\d+)K");

    /** Megabytes in use, garbage included. */
    double used() {
        Matcher space = USED.matcher(jcmd("GC.heap_info"));
        long kilobytes = 0;
        while (space.find()) {
            kilobytes += Long.parseLong(space.group(2));
        }
        return kilobytes / 1024.0;
    }

    /** Megabytes that survive a full collection. */
    double live() {
        jcmd("GC.run");
        return used();
    }

    private String jcmd(String command) {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(program, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("no jcmd beside this java", e);
        }
    }
}
