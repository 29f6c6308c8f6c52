package org.roster.scim.it.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.roster.scim.it.http.ScimHttp.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.roster.scim.it.http.ScimAnswer;
import org.roster.scim.it.sample.UserBuilder;

/**
 * The mistakes that {@code scim-war/README.md} shows get the answers that it shows. A block there is the request line, the
 * body, and a last line with status, scimType and detail; {@code {id}} is a user who is called ada.
 */
interface MistakesContract extends Wire {

    /** One block. */
    record Mistake(String method, String path, String body, String answer) {

        static Mistake parse(String block) {
            List<String> lines = block.strip().lines().toList();
            String[] first = lines.get(0).split(" ", 2);
            return new Mistake(
                    first[0],
                    first[1],
                    String.join("\n", lines.subList(1, lines.size() - 1)),
                    lines.get(lines.size() - 1));
        }
    }

    @TestFactory
    default Stream<DynamicTest> typical_mistakes_get_the_answers_of_the_readme() {
        List<Mistake> mistakes = mistakes();
        assertThat(mistakes).hasSizeGreaterThanOrEqualTo(10);
        return mistakes.stream().map(mistake -> dynamicTest(mistake.answer(), () -> check(mistake)));
    }

    private void check(Mistake mistake) {
        ScimAnswer ada = created(UserBuilder.aUser().named("ada"));
        try {
            int query = mistake.path().indexOf("?filter=");
            String path = query < 0
                    ? mistake.path()
                    : target(
                            mistake.path().substring(0, query),
                            "filter",
                            mistake.path().substring(query + "?filter=".length()));
            ScimAnswer answer = scim().send(
                            mistake.method(),
                            path.replace("{id}", ada.id()),
                            mistake.body().getBytes(UTF_8));
            String scimType = answer.textAt("/scimType");
            assertThat(answer.status() + (scimType.isEmpty() ? "" : " " + scimType) + ": " + answer.textAt("/detail"))
                    .isEqualTo(mistake.answer());
        } finally {
            scim().delete("/Users/" + ada.id()).expect(204);
        }
    }

    private static List<Mistake> mistakes() {
        Path readme = Path.of(System.getProperty("basedir", "."), "..", "scim-war", "README.md");
        try {
            String text = Files.readString(readme, UTF_8);
            String section =
                    text.substring(text.indexOf("\n## Typical mistakes")).split("\n## ", 3)[1];
            return Stream.of(section.split("```", -1))
                    .filter(block -> block.startsWith("text\n"))
                    .map(block -> Mistake.parse(block.substring("text\n".length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
