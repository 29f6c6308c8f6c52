package org.roster.scim.it.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the guide says about SQL.
 *
 * @param text of {@code scim-api/README.md}
 */
record Guide(String text) {

    private static final Pattern SQL = Pattern.compile("^```sql\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** Rows of the table of conditions; what stands in the last column in the style of code is SQL. */
    private static final Pattern ROW =
            Pattern.compile("^\\| [^|]*`[^|]* \\| ([^|]*`\\(?[^|]*) \\|$", Pattern.MULTILINE);

    private static final Pattern CODE = Pattern.compile("`([^`]+?)(?: \\.\\.\\.)?`");

    static Guide read() throws IOException {
        return new Guide(Files.readString(Path.of(System.getProperty("basedir", "."), "..", "scim-api", "README.md")));
    }

    /** The statements that make the indexes. */
    List<String> indexes() {
        return SQL.matcher(text)
                .results()
                .flatMap(block -> Stream.of(block.group(1).split(";\\s*")))
                .filter(statement -> !statement.isBlank())
                .toList();
    }

    /** What the queries become. */
    List<String> conditions() {
        String table = text.substring(text.indexOf("| Query | Condition |"), text.indexOf("One statement more"));
        return ROW.matcher(table)
                .results()
                .map((MatchResult row) -> row.group(1))
                .flatMap(column -> CODE.matcher(column).results())
                .map(code -> code.group(1))
                .toList();
    }
}
