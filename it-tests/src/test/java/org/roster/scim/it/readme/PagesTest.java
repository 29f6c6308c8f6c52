package org.roster.scim.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Java that pages show is Java that is compiled and run: each block stands in a source of the project, but for spaces. */
class PagesTest {

    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** A page is narrower than a source. */
    private static String unbroken(String code) {
        return code.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @CsvSource({"scim-api/README.md, 3", "scim-api/EVENTS.md, 5", "it-tests/KIT.md, 3", "scim-impl/README.md, 1"})
    void each_block_of_java_stands_in_a_source(String page, int blocks) throws IOException {
        List<String> shown = BLOCK.matcher(text(Readme.PROJECT.resolve(page)))
                .results()
                .map(block -> unbroken(block.group(1)))
                .toList();
        String sources = sources();

        assertThat(shown)
                .hasSize(blocks)
                .allSatisfy(
                        block -> assertThat(sources.contains(block)).as(block).isTrue());
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String folder : List.of("scim-api/src", "scim-impl/src", "it-tests/src")) {
            try (Stream<Path> files = Files.walk(Readme.PROJECT.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> all.append(unbroken(text(file))).append('\n'));
            }
        }
        return all.toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
