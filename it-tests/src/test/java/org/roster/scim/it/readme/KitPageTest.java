package org.roster.scim.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code KIT.md} shows is compiled: each block stands in a class of the tests, word for word. */
class KitPageTest {

    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void every_block_of_java_is_a_class_here() throws IOException {
        Path module = Readme.PROJECT.resolve("it-tests");
        List<String> blocks = BLOCK.matcher(Files.readString(module.resolve("KIT.md")))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
        List<String> sources = sources(module.resolve("src/test/java/org/roster/scim/it"));

        assertThat(blocks)
                .hasSize(3)
                .allSatisfy(block -> assertThat(sources)
                        .anySatisfy(source -> assertThat(source).contains(block)));
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(KitPageTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
