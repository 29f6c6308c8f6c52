package org.roster.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a text must look like (RFC 7643 §4.1). */
class FormatTest {
    /** Of Anna, who signed it herself. */
    private static final String CERTIFICATE =
            "MIIBOTCB4aADAgECAggHir94gGkj3TAKBggqhkjOPQQDAjARMQ8wDQYDVQQDEwZBbm5hIEswIBcNMjYxMTI0MDMyODE1WhgPMjEy"
                    + "NjEwMzEwMzI4MTVaMBExDzANBgNVBAMTBkFubmEgSzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABH5gZZ3HPAhxtL0/9DocPvdV"
                    + "1dZz6NjXaq92pEaBHueXorNMcrSWqnuUj5wY9ve9yfXVXgpbjQJVP93kAi8JIL6jITAfMB0GA1UdDgQWBBSLbF5JJK0ocqgqeaIF"
                    + "FdN8RiT1nDAKBggqhkjOPQQDAgNHADBEAiB0xXw9wvqpJ0sgmI07FVdMDTT0gRnvzrIkm23/DiuiNwIgE+d/74NmbRNrZBdh9gGz"
                    + "9COEJ7dPmBR75a7Boa1/MyA=";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URL | https://example.com/anna?x=Y#z | https://example.com/anna?x=Y#z",
                "URL | S:// | s://",
                "URL | HTTPS://User:Pw@Example.COM:8443/A/./b/../c%2f | https://User:Pw@example.com:8443/A/c%2F",
                "URL | mailto:Anna@Example.com | mailto:Anna@Example.com",
                "LANGUAGE_RANGES | de-CH, en;q=0.8 | de-CH, en;q=0.8",
                "LANGUAGE_RANGES | en_US | en-US",
                "LANGUAGE_TAG | de-CH | de-CH",
                "LANGUAGE_TAG | en_US | en-US",
                "LANGUAGE_TAG | zh-Hant-TW | zh-Hant-TW",
                "TIME_ZONE | Europe/Zurich | Europe/Zurich",
                "TIME_ZONE | america/los_angeles | America/Los_Angeles",
                "COUNTRY | CH | CH",
                "COUNTRY | ch | CH",
                "COUNTRY | CHE | CH",
                "COUNTRY | Switzerland | CH",
                "COUNTRY | Schweiz | CH",
                "COUNTRY | United States | US",
                "COUNTRY | UK | GB",
                "EMAIL | Anna@Work.EXAMPLE | Anna@work.example",
                "EMAIL | nobody | nobody",
                "EMAIL | anna@ | anna@",
                "PHONE | TEL:+1-201-555-0123;Ext=7 | tel:+12015550123;Ext=7",
                "PHONE | +41 44 555 01 00 | +41 44 555 01 00",
                "INSTANT_MESSENGER | Anna Keller@IM.example | annakeller@im.example",
                "ANY | What you Want | What you Want"
            })
    @Tag("S-4.1.1-04")
    @Tag("S-4.1.1-05")
    @Tag("S-4.1.1-06")
    @Tag("S-4.1.1-07")
    @Tag("S-4.1.2-01")
    @Tag("S-4.1.2-02")
    @Tag("S-4.1.2-03")
    @Tag("S-4.1.2-04")
    void a_text_of_a_format_has_one_canonical_form(Format format, String text, String canonical) {
        assertThat(format.canonical(text)).contains(canonical);
        assertThat(format.canonical(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "URL | example.com/anna",
                "URL | not a url",
                "LANGUAGE_RANGES | de;q=2",
                "LANGUAGE_RANGES | d€",
                "LANGUAGE_RANGES | -",
                "LANGUAGE_RANGES | _",
                "LANGUAGE_RANGES | ,",
                "LANGUAGE_TAG | Swiss German",
                "LANGUAGE_TAG | de, en",
                "LANGUAGE_TAG | -",
                "TIME_ZONE | Pacific Standard Time",
                "TIME_ZONE | +01:00",
                "COUNTRY | XX",
                "COUNTRY | Atlantis",
                "CERTIFICATE | AAECAw==",
                "CERTIFICATE | no base64",
            })
    @Tag("S-4.1.1-04")
    @Tag("S-4.1.1-05")
    @Tag("S-4.1.1-06")
    @Tag("S-4.1.1-07")
    @Tag("S-4.1.2-04")
    void another_text_has_none(Format format, String text) {
        assertThat(format.canonical(text)).isEmpty();
    }

    /** The JDK's parsers say so of each, and they are not asked any more. */
    @Test
    void two_letters_are_a_language_and_two_more_a_country() {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char second = 'a'; second <= 'z'; second++) {
                String language = "" + first + second;
                String tag = language + "-" + language.toUpperCase(Locale.ROOT);
                assertThat(new Locale.Builder().setLanguageTag(tag).build().getLanguage())
                        .isNotEmpty();
                assertThat(Locale.LanguageRange.parse(tag)).isNotEmpty();
                assertThat(Format.LANGUAGE_TAG.canonical(tag)).contains(tag);
                assertThat(Format.LANGUAGE_RANGES.canonical(tag)).contains(tag);
                assertThat(Format.LANGUAGE_TAG.canonical(language)).contains(language);
            }
        }
        assertThat(Format.LANGUAGE_TAG.canonical("d1")).isEmpty();
        assertThat(Format.LANGUAGE_TAG.canonical("de-")).isEmpty();
    }

    @Test
    @Tag("S-4.1.2-09")
    void a_certificate_stands_alone() {
        assertThat(Format.CERTIFICATE.canonical(CERTIFICATE)).contains(CERTIFICATE);
        byte[] one = Base64.getDecoder().decode(CERTIFICATE);
        byte[] two = new byte[2 * one.length];
        System.arraycopy(one, 0, two, 0, one.length);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertThat(Format.CERTIFICATE.canonical(Base64.getEncoder().encodeToString(two)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void a_long_text_costs_little(Format format) {
        assertThat(format.canonical("a-".repeat(200_000))).isNotNull();
        assertThat(format.canonical("%2f,".repeat(100_000))).isNotNull();
        assertThat(format.canonical("http://x.org/" + "a/".repeat(200_000) + "../".repeat(200_000)))
                .isNotNull();
    }
}
