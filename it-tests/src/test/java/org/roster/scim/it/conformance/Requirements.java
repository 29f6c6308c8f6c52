package org.roster.scim.it.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that the standards ask for, and why some of it has no test.
 *
 * @param reasons by ID, or by the beginning of IDs and a star, such as {@code E-*}
 */
record Requirements(List<Requirement> all, Map<String, String> reasons) {

    /** Reads the files of {@code requirements}, and {@code reasons.txt}: a line each, {@code #} for comments. */
    static Requirements read(Path directory) throws IOException {
        Map<String, Requirement> all = new LinkedHashMap<>();
        for (Path file : files(directory.resolve("requirements"))) {
            lines(file).map(Requirement::parse).forEach(each -> {
                if (all.put(each.id(), each) != null) {
                    throw new IllegalArgumentException("twice in the requirements: " + each.id());
                }
            });
        }
        Map<String, String> reasons = new LinkedHashMap<>();
        lines(directory.resolve("reasons.txt"))
                .map(line -> line.split(" ", 2))
                .forEach(words -> reasons.put(words[0], words[1]));
        return new Requirements(List.copyOf(all.values()), reasons);
    }

    /** The tags that are neither a requirement nor, in small letters alone, a switch of the build. */
    List<String> unknown(Set<String> tags) {
        Set<String> ids = Set.copyOf(all.stream().map(Requirement::id).toList());
        return tags.stream()
                .filter(tag -> !ids.contains(tag) && !tag.matches("[a-z]+"))
                .sorted()
                .toList();
    }

    /** Why there is no test for it; the longest beginning that fits wins. */
    Optional<String> reason(String id) {
        return reasons.entrySet().stream()
                .filter(each -> fits(each.getKey(), id))
                .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
                .map(Map.Entry::getValue);
    }

    private static boolean fits(String pattern, String id) {
        return pattern.endsWith("*") ? id.startsWith(pattern.substring(0, pattern.length() - 1)) : id.equals(pattern);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
