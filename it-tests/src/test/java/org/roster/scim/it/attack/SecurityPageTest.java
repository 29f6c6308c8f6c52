package org.roster.scim.it.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that SECURITY.md names is there, by class and method, and every kind of attack is named on that page. */
class SecurityPageTest {
    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "."), "..").normalize();

    /** A class and a method, or a class alone, as code. */
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Contract|Check|Seeds))(?:\\.(\\w+))?`");

    private static final Pattern ATTACK = Pattern.compile("(?:default \\w+(?:<\\w+>)?|void) (\\w+)\\(");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        List<MatchResult> named = NAMED.matcher(page()).results().toList();
        assertThat(named).hasSizeGreaterThan(60);
        for (MatchResult name : named) {
            String source = sources.getOrDefault(name.group(1), "");
            if (source.isEmpty() || (name.group(2) != null && !source.contains(" " + name.group(2) + "("))) {
                missing.add(name.group());
            }
        }
        assertThat(missing)
                .as("named in SECURITY.md, but there is no such test")
                .isEmpty();
    }

    @Test
    void every_attack_is_named_on_the_page() throws IOException {
        String page = page();
        List<String> unnamed = new ArrayList<>();
        for (Map.Entry<String, String> contract : sources().entrySet()) {
            if (contract.getKey().endsWith("Contract") && contract.getValue().contains("extends Attack {")) {
                ATTACK.matcher(contract.getValue())
                        .results()
                        .map(found -> contract.getKey() + "." + found.group(1))
                        .filter(attack -> attack.contains("_") && !page.contains("`" + attack + "`"))
                        .forEach(unnamed::add);
            }
        }
        assertThat(unnamed).as("attacks that SECURITY.md does not name").isEmpty();
    }

    private static String page() throws IOException {
        return Files.readString(PROJECT.resolve("SECURITY.md"), UTF_8);
    }

    /** The sources of all tests by the names of their classes. */
    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("scim-api", "scim-impl", "scim-war", "it-tests")) {
            Path tests = PROJECT.resolve(module).resolve("src/test/java");
            if (!Files.isDirectory(tests)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.put(name, Files.readString(file, UTF_8));
                }
            }
        }
        return sources;
    }
}
