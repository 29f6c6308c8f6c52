package org.roster.scim.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing begins with, and what it once found, in every build. */
class FuzzSeedsTest {

    @TestFactory
    Stream<DynamicNode> every_seed_is_taken_or_refused_by_a_scim_error() {
        return Arrays.stream(Seeds.values())
                .map(seeds -> dynamicContainer(
                        seeds.keyword(),
                        seeds.files().stream()
                                .map(seed -> dynamicTest(
                                        seed.getFileName().toString(),
                                        () -> assertThatCode(() -> seeds.enter(Files.readAllBytes(seed)))
                                                .doesNotThrowAnyException()))));
    }
}
