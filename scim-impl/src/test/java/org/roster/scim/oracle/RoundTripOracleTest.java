package org.roster.scim.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roster.scim.engine.json.JsonDecoder;
import org.roster.scim.engine.json.JsonEncoder;
import org.roster.scim.engine.json.JsonLimits;
import org.roster.scim.filter.Filter;
import org.roster.scim.filter.FilterLimits;
import org.roster.scim.filter.FilterParser;
import org.roster.scim.patch.PatchPath;
import org.roster.scim.path.AttributePath;

/** What was read and written is read as the same thing. */
@Timeout(3_600)
class RoundTripOracleTest {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final FilterLimits LIMITS = new FilterLimits(1_000_000, 100, 10_000);
    private static final JsonDecoder DECODER = new JsonDecoder(JsonLimits.DEFAULT);

    /** Does it as often as the trial says; a failure begins with the seed and the text. */
    private static void trips(String name, Function<RandomTexts, String> trip) {
        Trial trial = Trial.of(name);
        RandomTexts dice = new RandomTexts(trial.random());
        for (int i = 0; i < trial.cases(); i++) {
            String failure = trip.apply(dice);
            assertThat(failure).as(trial::seed).isEmpty();
        }
        trial.done(trial.cases() + " texts there and back, 0 differences");
    }

    @Test
    @Tag("P-3.4.2.2-04")
    void filters_mean_the_same_after_they_were_written() {
        trips("round trips of filters", dice -> {
            String text = dice.filter(dice.below(6), false);
            try {
                Filter filter = FilterParser.parse(text, LIMITS);
                Filter again = FilterParser.parse(filter.toString(), LIMITS);
                boolean same = again.equals(filter) && again.toString().equals(filter.toString());
                return same ? "" : text + "\nwas written as\n" + filter + "\nand then as\n" + again;
            } catch (RuntimeException e) {
                return text + "\n" + e;
            }
        });
    }

    @Test
    @Tag("P-3.5.2-04")
    void patch_paths_mean_the_same_after_they_were_written() {
        trips("round trips of PATCH paths", dice -> {
            String text = dice.patchPath();
            try {
                PatchPath path = PatchPath.parse(text, LIMITS);
                PatchPath again = PatchPath.parse(path.toString(), LIMITS);
                boolean same = again.attribute().equals(path.attribute())
                        && again.elements().equals(path.elements())
                        && again.toString().equals(path.toString());
                return same ? "" : text + "\nwas written as\n" + path + "\nand then as\n" + again;
            } catch (RuntimeException e) {
                return text + "\n" + e;
            }
        });
    }

    @Test
    @Tag("P-3.4.2.2-05")
    void attribute_paths_are_written_as_they_were_read() {
        trips("round trips of attribute paths", dice -> {
            String text = dice.path();
            AttributePath path = AttributePath.parse(text).orElseThrow(() -> new AssertionError(text));
            boolean same = path.toString().equals(text)
                    && AttributePath.parse(path.toString()).orElseThrow().equals(path);
            return same ? "" : text + "\nwas written as\n" + path;
        });
    }

    @Test
    @Tag("P-3.8-01")
    @Tag("S-2.3.4-01")
    void json_is_the_same_after_it_was_written() {
        trips("round trips of JSON", dice -> {
            StringBuilder text = new StringBuilder();
            JsonObject value = object(dice, 4, text);
            try {
                JsonObject read = DECODER.decode(text.toString().getBytes(StandardCharsets.UTF_8));
                byte[] written = JsonEncoder.encode(read);
                JsonObject again = DECODER.decode(written);
                boolean same =
                        read.equals(value) && again.equals(value) && Arrays.equals(written, JsonEncoder.encode(again));
                return same ? "" : text + "\nwas written as\n" + new String(written, StandardCharsets.UTF_8);
            } catch (RuntimeException e) {
                return text + "\n" + e;
            }
        });
    }

    /** A value, and its text in one of the many forms that it may have. */
    private static JsonValue value(RandomTexts dice, int depth, StringBuilder text) {
        text.append(dice.space());
        JsonValue value = switch (dice.below(depth == 0 ? 4 : 7)) {
            case 0 -> {
                String letters = dice.letters();
                text.append(dice.quoted(letters));
                yield JSON.createValue(letters);
            }
            case 1 -> {
                String number = dice.number();
                text.append(number);
                yield JSON.createValue(new BigDecimal(number));
            }
            case 2 -> {
                text.append("null");
                yield JsonValue.NULL;
            }
            case 3 -> {
                boolean truth = dice.oneIn(2);
                text.append(truth);
                yield truth ? JsonValue.TRUE : JsonValue.FALSE;
            }
            case 4 -> array(dice, depth - 1, text);
            default -> object(dice, depth - 1, text);
        };
        text.append(dice.space());
        return value;
    }

    private static JsonObject object(RandomTexts dice, int depth, StringBuilder text) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> names = new HashSet<>();
        StringJoiner members = new StringJoiner(",", "{" + dice.space(), "}");
        for (int left = dice.below(4); left > 0; left--) {
            String name = dice.letters();
            if (names.add(name)) {
                StringBuilder member = new StringBuilder(dice.space() + dice.quoted(name) + dice.space() + ":");
                object.add(name, value(dice, depth, member));
                members.add(member);
            }
        }
        text.append(members);
        return object.build();
    }

    private static JsonValue array(RandomTexts dice, int depth, StringBuilder text) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        StringJoiner elements = new StringJoiner(",", "[" + dice.space(), "]");
        for (int left = dice.below(4); left > 0; left--) {
            StringBuilder element = new StringBuilder();
            array.add(value(dice, depth, element));
            elements.add(element);
        }
        text.append(elements);
        return array.build();
    }
}
