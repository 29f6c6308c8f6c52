package org.roster.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each number of a message is in the range of its package, and has one place: an operator looks it up by the number alone. */
class MessageNumbersTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "."), "..").normalize();
    private static final Pattern NUMBER = Pattern.compile("\"SCIM(\\d{5}) ");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

    private record Range(int first, int last, String room) {
        boolean has(int number) {
            return first <= number && number <= last;
        }
    }

    @Test
    void a_number_is_in_the_range_of_its_package_and_nowhere_else() throws IOException {
        List<Range> ranges = ranges();
        Map<Integer, String> places = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            var room = PACKAGE.matcher(source);
            if (!room.find()) {
                continue;
            }
            NUMBER.matcher(source)
                    .results()
                    .map(m -> Integer.parseInt(m.group(1)))
                    .distinct()
                    .forEach(number -> {
                        boolean ours = ranges.stream()
                                .anyMatch(r -> r.has(number) && room.group(1).startsWith(r.room()));
                        String other = places.put(number, file.getFileName().toString());
                        if (!ours || other != null) {
                            wrong.add(number + " in " + file.getFileName() + (other == null ? "" : " and " + other));
                        }
                    });
        }
        assertThat(places).hasSizeGreaterThan(20);
        assertThat(wrong).isEmpty();
    }

    private static List<Range> ranges() throws IOException {
        return Files.readAllLines(PROJECT.resolve("scim-impl/src/main/resources/message-ranges.txt")).stream()
                .filter(line -> line.matches("SCIM\\d{5}-SCIM\\d{5} .*"))
                .map(line -> new Range(
                        Integer.parseInt(line.substring(4, 9)),
                        Integer.parseInt(line.substring(14, 19)),
                        line.substring(20).strip()))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("scim-impl", "scim-war")) {
            try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
