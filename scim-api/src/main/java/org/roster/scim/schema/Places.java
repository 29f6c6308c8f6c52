package org.roster.scim.schema;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Time zones and countries, as people write them. */
final class Places {

    /** Whose names for countries are understood: identity providers pass on what people typed. */
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "it", "es", "pt", "nl", "pl", "sv", "da", "fi", "nb", "cs", "ja", "zh", "ko");

    /** Names that are in use and in no list. */
    private static final Map<String, String> ALIASES = Map.of(
            "uk", "GB",
            "great britain", "GB",
            "czech republic", "CZ",
            "turkey", "TR",
            "russian federation", "RU",
            "republic of korea", "KR",
            "viet nam", "VN",
            "the netherlands", "NL",
            "united states of america", "US",
            "ivory coast", "CI");

    private Places() {}

    static Optional<String> timeZone(String text) {
        return Optional.ofNullable(TimeZones.BY_NAME.get(folded(text)));
    }

    static Optional<String> country(String text) {
        return Optional.ofNullable(Countries.BY_NAME.get(folded(text)));
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Made when the first time zone is read. */
    private static final class TimeZones {
        static final Map<String, String> BY_NAME = ZoneId.getAvailableZoneIds().stream()
                .collect(Collectors.toUnmodifiableMap(Places::folded, UnaryOperator.identity()));
    }

    /** Made when the first country is read. */
    private static final class Countries {
        static final Map<String, String> BY_NAME = new ConcurrentHashMap<>();

        static {
            for (String code : Locale.getISOCountries()) {
                Locale country = new Locale.Builder().setRegion(code).build();
                LANGUAGES.forEach(language ->
                        BY_NAME.putIfAbsent(folded(country.getDisplayCountry(Locale.forLanguageTag(language))), code));
            }
            BY_NAME.putAll(ALIASES);
            for (String code : Locale.getISOCountries()) {
                BY_NAME.put(folded(new Locale.Builder().setRegion(code).build().getISO3Country()), code);
                BY_NAME.put(folded(code), code);
            }
        }
    }
}
