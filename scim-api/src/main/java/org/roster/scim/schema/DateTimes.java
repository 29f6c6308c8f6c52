package org.roster.scim.schema;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes xsd:dateTime with years 0001 to 9999.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7643#section-2.3.5">RFC 7643 §2.3.5</a>
 */
public final class DateTimes {

    private static final Pattern XSD = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,30}))?(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d|[+-]14:00)?");
    private static final DateTimeFormatter KEY = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private DateTimes() {}

    /**
     * Reads a dateTime; one without a time zone is in UTC. Fraction digits beyond the ninth are dropped. {@code 24:00:00} is
     * the beginning of the next day.
     *
     * @param text an xsd:dateTime with date and time
     * @return empty if the text is none
     */
    public static Optional<Instant> parse(String text) {
        Matcher matcher = XSD.matcher(text);
        if (!matcher.matches() || text.startsWith("0000")) {
            return Optional.empty();
        }
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        String nanos = (fraction + "000000000").substring(0, 9);
        String zone = matcher.group(3) == null ? "Z" : matcher.group(3);
        boolean endOfDay =
                matcher.group(1).endsWith("T24:00:00") && fraction.chars().allMatch(digit -> digit == '0');
        String onTheClock = endOfDay ? matcher.group(1).replace("T24", "T00") : matcher.group(1);
        try {
            Instant instant = LocalDateTime.parse(onTheClock)
                    .plusDays(endOfDay ? 1 : 0)
                    .plusNanos(Long.parseLong(nanos))
                    .toInstant(ZoneOffset.of(zone));
            return Optional.of(instant.isAfter(LAST) ? LAST : instant);
        } catch (DateTimeException notOnTheCalendar) {
            return Optional.empty();
        }
    }

    /**
     * Writes a dateTime as this server answers it.
     *
     * @param instant a point in time
     * @return UTC with milliseconds, for instance {@code 2026-11-02T08:14:03.120Z}
     */
    public static String wire(Instant instant) {
        // Each answer has two of them for each resource, and a formatter takes ten times as long.
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        byte[] text = "0000-00-00T00:00:00.000Z".getBytes(StandardCharsets.ISO_8859_1);
        digits(text, 3, time.getYear());
        digits(text, 6, time.getMonthValue());
        digits(text, 9, time.getDayOfMonth());
        digits(text, 12, time.getHour());
        digits(text, 15, time.getMinute());
        digits(text, 18, time.getSecond());
        digits(text, 22, time.getNano() / 1_000_000);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number whose last digit stands at a place, over zeros. */
    private static void digits(byte[] text, int last, int number) {
        int place = last;
        for (int rest = number; rest > 0; rest /= 10) {
            text[place--] += (byte) (rest % 10);
        }
    }

    /**
     * The time now, as precise as {@link #wire} shows it.
     *
     * @return the time in whole milliseconds
     */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    static String key(Instant instant) {
        return KEY.format(instant);
    }
}
