package org.roster.scim.it.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that the page about events shows is code that is compiled and run: that of {@link Payroll}, and of a test. */
class EventsPageTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "."), "..").normalize();
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** The page is narrower than the sources. */
    private static String unbroken(String code) {
        return code.replaceAll("\\s+", "");
    }

    @Test
    void each_block_of_code_is_run_by_a_test() throws IOException {
        String sources = unbroken(Files.readString(
                        PROJECT.resolve("it-tests/src/test/java/org/roster/scim/it/event/Payroll.java")))
                + unbroken(Files.readString(
                        PROJECT.resolve("scim-api/src/test/java/org/roster/scim/model/ViewsTest.java")));
        List<String> blocks = BLOCK.matcher(Files.readString(PROJECT.resolve("scim-api/EVENTS.md")))
                .results()
                .map((MatchResult match) -> unbroken(match.group(1)))
                .toList();

        assertThat(blocks).hasSize(5).allSatisfy(block -> assertThat(sources).contains(block));
    }
}
