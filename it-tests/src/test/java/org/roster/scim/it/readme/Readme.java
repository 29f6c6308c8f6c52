package org.roster.scim.it.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What of a README a person pastes into a shell.
 *
 * @param blocks the blocks marked {@code sh}, in their order
 */
record Readme(List<String> blocks) {

    /** The folder of the README, wherever the tests run. */
    static final Path PROJECT = Path.of("").toAbsolutePath().endsWith("it-tests") ? Path.of("..") : Path.of("");

    private static final Pattern BLOCK = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** That of the project. */
    static Readme ofProject() throws IOException {
        return new Readme(BLOCK.matcher(Files.readString(PROJECT.resolve("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1).strip())
                .toList());
    }

    /** The one block that begins so. */
    String command(String beginning) {
        List<String> found =
                blocks.stream().filter(b -> b.startsWith(beginning)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("the README has " + found.size() + " blocks that begin with " + beginning);
        }
        return found.get(0);
    }

    /** The blocks that talk to the running demo. */
    List<String> requests() {
        return blocks.stream().filter(b -> b.contains("curl ")).toList();
    }
}
