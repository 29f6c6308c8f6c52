package org.roster.scim.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roster.scim.it.memory.MemoryServer;
import org.roster.scim.it.protocol.HttpConformance;
import org.roster.scim.it.recording.RecordingConformance;

/** The jars of the kit as they are published: what is in them, and that nobody needs more than what {@code KIT.md} says. */
class KitCheck {

    /** Packages and files of the two jars. */
    private static final String STORE_KIT = "org/roster/scim/(kit|fixture)/.*";

    private static final String HTTP_KIT = "recordings/.*|org/roster/scim/it/((protocol|recording|http|sample)/.*"
            + "|server/(package-info|KitProperty|RealmUser|RosterServer|TestProperty)\\.class)";

    /** The dependencies: those of scim-impl, JUnit, AssertJ, a JSON provider, and what these bring themselves. */
    private static final String DEPENDENCIES =
            "(scim-api|scim-impl|junit|opentest4j|assertj|byte-buddy|apiguardian|parsson"
                    + "|jspecify|jakarta\\.).*\\.jar";

    @Test
    void the_jar_for_stores_holds_its_packages_and_nothing_else() throws IOException {
        assertThat(files(jar("scim-impl")))
                .allMatch(file -> file.matches(STORE_KIT))
                .containsAll(below("scim-impl", "org/roster/scim/kit"))
                .containsAll(below("scim-impl", "org/roster/scim/fixture"));
    }

    @Test
    void the_jar_for_services_holds_the_suite_and_the_recordings_and_nothing_else() throws IOException {
        Set<String> files = files(jar("it-tests"));

        assertThat(files)
                .allMatch(file -> file.matches(HTTP_KIT))
                .noneMatch(file -> file.matches(".*(Test|IT)(\\$.*)?\\.class"))
                .containsAll(below("it-tests", "recordings"))
                .containsAll(below("it-tests", "org/roster/scim/it/http"));
        assertThat(files.stream().filter(file -> file.endsWith("Contract.class")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HttpConformance.class.getInterfaces())
                        .map(contract -> contract.getName().replace('.', '/') + ".class")
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ownstore.FileStoreTest", "memory.MyServiceKit", "memory.MyRecordingsKit"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void what_the_page_shows_runs_with_the_jars_alone(String name, @TempDir Path folder) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path summary = folder.resolve("summary");
        copy("org/roster/scim/it/ownstore/", classes);
        copy("org/roster/scim/it/memory/My", classes);
        copy("org/roster/scim/it/readme/KitRun", classes);
        try (MemoryServer server = MemoryServer.start(Map.of("roster.agents", RecordingConformance.AGENTS))) {
            Process run = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(classes),
                            "-Droster.kit.url=" + server.baseUrl(),
                            "-Droster.kit.token=" + MemoryServer.TOKEN,
                            KitRun.class.getName(),
                            summary.toString(),
                            "org.roster.scim.it." + name)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            assertThat(run.waitFor())
                    .as(() -> text(folder.resolve("output")) + text(summary))
                    .isZero();
        }
    }

    /** The adopter's classes, the two jars, and their dependencies out of the class path of this test. */
    private static String classPath(Path classes) throws IOException {
        Stream<String> dependencies = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).getFileName().toString().matches(DEPENDENCIES));
        return Stream.concat(
                        Stream.of(classes, jar("scim-impl"), jar("it-tests")).map(Path::toString), dependencies)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(target(module))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().matches(module + "-.*-tests\\.jar"))
                    .toList();
            assertThat(jars).hasSize(1);
            return jars.get(0).toAbsolutePath();
        }
    }

    private static Path target(String module) {
        return Readme.PROJECT.resolve(module).resolve("target");
    }

    private static Set<String> files(Path jar) throws IOException {
        try (JarFile open = new JarFile(jar.toFile())) {
            return open.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/"))
                    .collect(Collectors.toSet());
        }
    }

    /** The files that were compiled or copied into a folder, by their names in the jar. */
    private static List<String> below(String module, String folder) throws IOException {
        Path root = target(module).resolve("test-classes");
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                    .toList();
        }
    }

    private static void copy(String beginning, Path classes) throws IOException {
        String folder = beginning.substring(0, beginning.lastIndexOf('/'));
        for (String file : below("it-tests", folder)) {
            if (file.startsWith(beginning)) {
                Path copy = classes.resolve(file);
                Files.createDirectories(copy.getParent());
                Files.copy(target("it-tests").resolve("test-classes").resolve(file), copy);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
