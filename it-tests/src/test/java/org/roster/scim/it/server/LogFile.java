package org.roster.scim.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A log that another process writes, read from a position on: what a test caused, and not what came before it. */
public final class LogFile {

    private final Path path;
    private final long start;

    private LogFile(Path path, long start) {
        this.path = path;
        this.start = start;
    }

    /** Everything that is in the file. */
    public static LogFile whole(Path path) {
        return new LogFile(path, 0);
    }

    /** What is written from now on. */
    public static LogFile fromNow(Path path) {
        return new LogFile(path, size(path));
    }

    /** Where the file is, for messages of failed tests. */
    public Path path() {
        return path;
    }

    /** What has been written since the start; all of the new file when the writer began a new one in between. */
    public String text() {
        if (!Files.exists(path)) {
            return "";
        }
        try (InputStream input = Files.newInputStream(path)) {
            if (size(path) >= start) {
                input.skipNBytes(start);
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of {@link #text}. */
    public List<String> lines() {
        return text().lines().toList();
    }

    private static long size(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
