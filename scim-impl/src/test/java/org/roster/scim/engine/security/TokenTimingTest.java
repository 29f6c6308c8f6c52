package org.roster.scim.engine.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.engine.configuration.Modes;

/**
 * Secrets guessed by the time that a comparison takes. Looked for in the code and not by a clock: an early end of a comparison
 * of 32 bytes is some nanoseconds, which no clock of a busy machine tells from chance, so a bound wide enough never to fail
 * by chance would not fail for the weakness either. What the code can promise is that secrets are compared by their hashes,
 * whose bytes a guesser does not choose, and by the one method of the JDK that looks at all of them.
 */
@AnalyzeClasses(packages = "org.roster.scim.engine.security", importOptions = ImportOption.DoNotIncludeTests.class)
class TokenTimingTest {
    private static final String TOKEN = "0123456789abcdefghij";

    /** Methods that end at the first difference. */
    private static final Map<Class<?>, Set<String>> IMPATIENT = Map.of(
            Arrays.class, Set.of("equals", "compare", "mismatch", "deepEquals"),
            String.class, Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "startsWith", "indexOf"));

    @ArchTest
    static final ArchRule tokens_are_compared_by_a_method_that_looks_at_every_byte = classes()
            .that()
            .haveSimpleName("BearerTokens")
            .should()
            .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class);

    @ArchTest
    static final ArchRule tokens_are_compared_by_no_method_that_ends_at_the_first_difference = noClasses()
            .that()
            .haveSimpleName("BearerTokens")
            .should()
            .callMethodWhere(impatient(String.class).or(impatient(Arrays.class)));

    @ArchTest
    static final ArchRule no_bytes_are_compared_by_a_method_that_ends_at_the_first_difference =
            noClasses().should().callMethodWhere(impatient(Arrays.class));

    /** A right beginning, a right end, another case, another length: all the same no. */
    @Test
    void a_token_that_is_nearly_right_is_wrong() {
        Configuration configuration = new Configuration(Map.of("roster.bootstrap.token", TOKEN)::get, Map.of());
        BearerTokens tokens = new BearerTokens(configuration, new Modes(configuration), List.of());
        assertThat(tokens.callerWith(new PresentedToken(TOKEN, "192.0.2.1"))).isPresent();
        for (int length = 0; length < TOKEN.length(); length++) {
            assertThat(tokens.callerWith(new PresentedToken(TOKEN.substring(0, length), "192.0.2.1")))
                    .isEmpty();
        }
        for (String near :
                List.of(TOKEN + "0", TOKEN.toUpperCase(Locale.ROOT), "x" + TOKEN.substring(1), TOKEN + "\0")) {
            assertThat(tokens.callerWith(new PresentedToken(near, "192.0.2.1"))).isEmpty();
        }
    }

    private static DescribedPredicate<JavaMethodCall> impatient(Class<?> owner) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + " " + IMPATIENT.get(owner),
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && IMPATIENT.get(owner).contains(call.getTarget().getName()));
    }
}
