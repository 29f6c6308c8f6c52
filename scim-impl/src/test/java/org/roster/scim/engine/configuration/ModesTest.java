package org.roster.scim.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is read how: by credential, by User-Agent, like everybody. */
class ModesTest {

    private static final Optional<String> NOBODY = Optional.empty();

    private static Modes modes(Map<String, String> settings) {
        return new Modes(new Configuration(settings::get, Map.of()));
    }

    @Test
    void without_a_setting_everybody_is_read_by_the_rfc_and_okta_is_known() {
        Modes modes = modes(Map.of());
        assertThat(modes.otherwise()).isEqualTo(Mode.RFC);
        assertThat(modes.known("bootstrap-token", NOBODY)).isEmpty();
        assertThat(modes.known("bootstrap-token", Optional.of("Okta SCIM Client 1.0.0")))
                .contains(Mode.OKTA);
        assertThat(modes.known("bootstrap-token", Optional.of("curl/8"))).isEmpty();
    }

    @Test
    void the_credential_counts_before_the_program() {
        Modes modes = modes(Map.of(
                "roster.clients", "bootstrap-token=entra, hr = interop-profile",
                "roster.agents", "Contoso=onelogin,Okta SCIM Client=compat"));
        assertThat(modes.known("bootstrap-token", Optional.of("Contoso 2"))).contains(Mode.ENTRA);
        assertThat(modes.known("hr", NOBODY)).contains(Mode.INTEROP_PROFILE);
        assertThat(modes.known("other", Optional.of("contoso 2"))).contains(Mode.ONELOGIN);
        assertThat(modes.known("other", Optional.of("Okta SCIM Client 1.0.0"))).contains(Mode.COMPAT);
    }

    @Test
    void a_mode_for_everybody_is_not_softened_by_what_we_know_of_clients() {
        Modes modes = modes(Map.of("roster.mode", "interop-profile"));
        assertThat(modes.otherwise()).isEqualTo(Mode.INTEROP_PROFILE);
        assertThat(modes.known("bootstrap-token", Optional.of("Okta SCIM Client 1.0.0")))
                .isEmpty();
    }

    @Test
    void a_setting_that_cannot_be_used_is_refused_by_name() {
        assertThatThrownBy(() -> modes(Map.of("roster.mode", "strict")))
                .hasMessage(
                        "roster.mode has \"strict\"; known are rfc, interop-profile, compat, entra, okta, onelogin");
        assertThatThrownBy(() -> modes(Map.of("roster.clients", "bootstrap-token=azure")))
                .hasMessageStartingWith("roster.clients has \"azure\"; known are");
        assertThatThrownBy(() -> modes(Map.of("roster.agents", "entra")))
                .hasMessage("roster.agents has \"entra\"; write name=mode, with commas between several");
    }
}
