package org.roster.scim.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A target with the folder of its seeds: inputs to begin with, and those that once were findings. */
enum Seeds {
    FILTER(FilterFuzz.class, FilterFuzz::fuzzerTestOneInput),
    PATH(PathFuzz.class, PathFuzz::fuzzerTestOneInput),
    JSON(JsonFuzz.class, JsonFuzz::fuzzerTestOneInput),
    PATCH(PatchFuzz.class, PatchFuzz::fuzzerTestOneInput),
    BULK(BulkFuzz.class, BulkFuzz::fuzzerTestOneInput),
    CURSOR(CursorFuzz.class, CursorFuzz::fuzzerTestOneInput);

    private static final Path ALL = Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "fuzz");

    private final Class<?> target;

    @SuppressWarnings("ImmutableEnumChecker") // a method reference, which holds nothing
    private final Consumer<byte[]> door;

    Seeds(Class<?> target, Consumer<byte[]> door) {
        this.target = target;
        this.door = door;
    }

    Class<?> target() {
        return target;
    }

    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path folder() {
        return ALL.resolve(keyword());
    }

    /** Words that inputs are made of, for all targets. */
    static Path words() {
        return ALL.resolve("words.dict");
    }

    List<Path> files() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void enter(byte[] input) {
        door.accept(input);
    }
}
