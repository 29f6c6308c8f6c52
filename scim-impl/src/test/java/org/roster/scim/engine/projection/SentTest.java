package org.roster.scim.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roster.scim.fixture.Body.aThing;
import static org.roster.scim.fixture.Body.aUser;
import static org.roster.scim.fixture.JsonText.object;
import static org.roster.scim.fixture.TestSchemas.THING;
import static org.roster.scim.fixture.TestSchemas.USER;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.engine.patch.PatchCompiler;
import org.roster.scim.fixture.Directory;
import org.roster.scim.schema.ResolvedPath;

/** The answer to a change has what is returned on request, if the client sent it (RFC 7643 §7). */
@Tag("S-7-07")
class SentTest {

    private static String names(Set<ResolvedPath> paths) {
        return paths.stream().map(ResolvedPath::toString).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void of_a_resource_what_is_returned_on_request_is_found() {
        assertThat(names(Sent.with(
                        THING,
                        aThing("t")
                                .with("hint", "h")
                                .with("box", object("{'kind': 'k', 'trace': 't'}"))
                                .attributes())))
                .isEqualTo("box box.kind box.trace hint");
        assertThat(Sent.with(THING, aThing("t").with("note", "n").attributes())).isEmpty();
        assertThat(Sent.with(USER, aUser().with("title", "t").attributes())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'op': 'replace', 'path': 'hint', 'value': 'x'} | hint",
                "{'op': 'add', 'value': {'hint': 'x', 'note': 'n'}} | hint",
                "{'op': 'remove', 'path': 'hint'} | hint",
                "{'op': 'replace', 'path': 'box.trace', 'value': 'x'} | box.trace",
                "{'op': 'add', 'path': 'box', 'value': {'trace': 'x'}} | box box.trace",
                "{'op': 'add', 'path': 'box', 'value': {'kind': 'x'}} | box box.kind",
                "{'op': 'replace', 'path': 'note', 'value': 'x'} | ''",
            })
    void of_a_patch_what_is_returned_on_request_is_found(String operation, String expected) {
        var request = Directory.request("[" + operation + "]");
        assertThat(names(Sent.with(PatchCompiler.compile(THING, request)))).isEqualTo(expected);
    }

    @Test
    void of_a_patch_of_other_attributes_nothing_is_found() {
        assertThat(Sent.with(List.of())).isEmpty();
    }
}
