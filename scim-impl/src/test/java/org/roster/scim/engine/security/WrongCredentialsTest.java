package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.roster.scim.engine.security.WrongCredentials.Kind;
import org.roster.scim.fixture.TestClock;

/** What the log says of wrong credentials, and how much. */
class WrongCredentialsTest {

    private final TestClock clock = new TestClock();
    private final WrongCredentials wrong = new WrongCredentials(clock);

    private long told(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> wrong.came("192.0.2.1", Kind.TOKEN))
                .flatMap(Optional::stream)
                .count();
    }

    @Test
    void it_says_from_where_and_what_kind() {
        assertThat(wrong.came("2001:db8::7", Kind.PASSWORD))
                .contains(
                        "A credential from 2001:db8::7 was refused: the realm does not know this name with this password");
    }

    @Test
    void of_a_minute_the_first_are_told_one_by_one_and_the_others_by_their_number() {
        assertThat(told(1_000)).isEqualTo(WrongCredentials.TOLD_IN_A_MINUTE);
        clock.pass(Duration.ofSeconds(59));
        assertThat(told(1)).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(wrong.came("192.0.2.1", Kind.TOKEN).orElseThrow())
                .endsWith("; 941 more before that were not told one by one");
        assertThat(wrong.came("192.0.2.1", Kind.TOKEN).orElseThrow()).doesNotContain("more");
        assertThat(told(1_000)).isEqualTo(WrongCredentials.TOLD_IN_A_MINUTE - 2);
    }

    @Test
    void an_address_that_a_proxy_made_up_begins_no_line() {
        assertThat(wrong.came("1\r\n2 SCIM \u2028${x}" + "a".repeat(500), Kind.TOKEN)
                        .orElseThrow())
                .startsWith("A credential from 1??2?SCIM????x?aaa")
                .hasSizeLessThan(200);
    }
}
