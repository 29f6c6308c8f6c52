package org.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** xsd:dateTime with date and time, RFC 7643 §2.3.5. */
@Tag("S-2.3.5-01")
class DateTimesTest {

    @ParameterizedTest
    @CsvSource({
        "2011-05-13T04:42:34Z, 2011-05-13T04:42:34Z",
        "2011-05-13T04:42:34+00:00, 2011-05-13T04:42:34Z",
        "2011-05-13T04:42:34-00:00, 2011-05-13T04:42:34Z",
        "2011-05-13T04:42:34+02:00, 2011-05-13T02:42:34Z",
        "2011-05-13T04:42:34-05:30, 2011-05-13T10:12:34Z",
        "2011-05-13T04:42:34+14:00, 2011-05-12T14:42:34Z",
        "2011-05-13T04:42:34-14:00, 2011-05-13T18:42:34Z",
        "2011-05-13T04:42:34, 2011-05-13T04:42:34Z",
        "2011-05-13T04:42:34.1Z, 2011-05-13T04:42:34.1Z",
        "2011-05-13T04:42:34.120Z, 2011-05-13T04:42:34.120Z",
        "2011-05-13T04:42:34.1234567Z, 2011-05-13T04:42:34.1234567Z",
        "2011-05-13T04:42:34.1234567+01:00, 2011-05-13T03:42:34.1234567Z",
        "2011-05-13T04:42:34.123456789Z, 2011-05-13T04:42:34.123456789Z",
        "2011-05-13T04:42:34.1234567899Z, 2011-05-13T04:42:34.123456789Z",
        "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
        "2000-02-29T00:00:00Z, 2000-02-29T00:00:00Z",
        "2011-05-13T24:00:00Z, 2011-05-14T00:00:00Z",
        "2011-12-31T24:00:00.00+01:00, 2011-12-31T23:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z",
    })
    void a_date_and_a_time_are_a_point_in_time(String text, Instant expected) {
        assertThat(DateTimes.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "now",
                "2011-05-13",
                "04:42:34Z",
                "2011-05-13T",
                "2011-05-13T04:42Z",
                "2011-05-13T04Z",
                "2011-05-13 04:42:34Z",
                "2011-05-13t04:42:34Z",
                "2011-05-13T04:42:34z",
                " 2011-05-13T04:42:34Z",
                "2011-05-13T04:42:34Z ",
                "2011-05-13T04:42:34.Z",
                "2011-05-13T04:42:34,5Z",
                "20110513T044234Z",
                "11-05-13T04:42:34Z",
                "2011-5-13T04:42:34Z",
                "2011-13-01T00:00:00Z",
                "2011-00-01T00:00:00Z",
                "2011-04-31T00:00:00Z",
                "2011-02-29T00:00:00Z",
                "2100-02-29T00:00:00Z",
                "2011-01-00T00:00:00Z",
                "2011-05-13T25:00:00Z",
                "2011-05-13T24:00:01Z",
                "2011-05-13T24:01:00Z",
                "2011-05-13T24:00:00.1Z",
                "2011-05-13T04:60:00Z",
                "2011-05-13T04:42:60Z",
                "2011-05-13T04:42:34+2",
                "2011-05-13T04:42:34+0200",
                "2011-05-13T04:42:34+02",
                "2011-05-13T04:42:34+14:01",
                "2011-05-13T04:42:34-15:00",
                "2011-05-13T04:42:34+02:60",
                "2011-05-13T04:42:34 Europe/Berlin",
                "0000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "10000-01-01T00:00:00Z",
                "２011-05-13T04:42:34Z"
            })
    void what_is_not_on_the_calendar_or_has_no_time_is_none(String text) {
        assertThat(DateTimes.parse(text)).isEmpty();
    }

    @Test
    void the_ends_of_time_keep_their_order_in_any_zone() {
        Instant first = DateTimes.parse("0001-01-01T00:00:00+14:00").orElseThrow();
        Instant second = DateTimes.parse("0001-01-01T00:00:00Z").orElseThrow();
        Instant last = DateTimes.parse("9999-12-31T23:59:59.999999999-14:00").orElseThrow();

        assertThat(DateTimes.key(first)).isLessThan(DateTimes.key(second));
        assertThat(DateTimes.key(second)).isLessThan(DateTimes.key(last));
        assertThat(DateTimes.key(last)).hasSameSizeAs(DateTimes.key(first)).startsWith("9999-12-31");
    }

    @Test
    void answers_are_in_utc_with_milliseconds() {
        assertThat(DateTimes.wire(Instant.parse("2026-11-02T08:14:03.12Z"))).isEqualTo("2026-11-02T08:14:03.120Z");
        assertThat(DateTimes.wire(Instant.parse("2026-11-02T08:14:03.1299Z"))).isEqualTo("2026-11-02T08:14:03.129Z");
        assertThat(DateTimes.wire(Instant.parse("0001-01-01T00:00:00Z"))).isEqualTo("0001-01-01T00:00:00.000Z");
    }

    @Test
    void the_time_now_comes_back_from_its_wire_form() {
        Instant now = DateTimes.now();

        assertThat(DateTimes.parse(DateTimes.wire(now))).contains(now);
    }
}
