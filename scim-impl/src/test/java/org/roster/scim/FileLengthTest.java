package org.roster.scim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody has to read is short: sources, POMs, lists, scripts, pages. */
class FileLengthTest {
    private static final int LONGEST = 400;

    /** Written by others, or by their programs. */
    private static final Set<String> NOT_OURS = Set.of("mvnw", "mvnw.cmd", "LICENSE");

    /** The folders with a point before their name that belong to the sources. */
    private static final Set<String> HIDDEN_AND_OURS = Set.of(".ci", ".mvn");

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        Path repository = Path.of(System.getProperty("basedir", "."), "..").normalize();
        assertThat(texts(repository)).hasSizeGreaterThan(500);
        assertThat(tooLong(repository)).isEmpty();
    }

    @Test
    void a_longer_one_is_found_wherever_it_is_but_not_in_what_the_build_makes(@TempDir Path folder) throws IOException {
        for (String name : List.of("a/pom.xml", ".ci/run", "list.txt", "target/report.md", ".git/x", "x.log", "mvnw")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "line\n".repeat(LONGEST + 1));
        }
        Files.writeString(folder.resolve("just.txt"), "line\n".repeat(LONGEST));
        Files.writeString(folder.resolve("picture.png"), "\n\0".repeat(LONGEST * 2));

        assertThat(tooLong(folder)).containsExactlyInAnyOrder("pom.xml: 401", "run: 401", "list.txt: 401");
    }

    private static List<String> tooLong(Path repository) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : texts(repository)) {
            String text = Files.readString(file, ISO_8859_1);
            long lines = text.lines().count();
            if (lines > LONGEST && text.indexOf('\0') < 0) {
                tooLong.add(file.getFileName() + ": " + lines);
            }
        }
        return tooLong;
    }

    /** As git sees them: without what {@code .gitignore} names. */
    private static List<Path> texts(Path repository) throws IOException {
        List<Path> texts = new ArrayList<>();
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !HIDDEN_AND_OURS.contains(name);
                return !folder.equals(repository) && (hidden || name.equals("target"))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!NOT_OURS.contains(name) && !name.endsWith(".log") && !name.startsWith("hs_err_pid")) {
                    texts.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }
}
