package org.roster.scim.engine.brake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roster.scim.engine.configuration.Configuration;
import org.roster.scim.spi.Attempt;
import org.roster.scim.spi.BrakeBook;
import org.roster.scim.spi.BrakeState;

/** What an operator says about the brake. */
class BrakeSettingsTest {

    private static AccidentBrake brake(Map<String, String> settings) {
        BrakeBook empty = new BrakeBook() {
            @Override
            public BrakeState read(String tenant, String resourceType) {
                return BrakeState.NEW;
            }

            @Override
            public BrakeState change(String tenant, String resourceType, UnaryOperator<BrakeState> change) {
                return BrakeState.NEW;
            }

            @Override
            public void overrule(String tenant, String resourceType, UnaryOperator<BrakeState> state, Attempt act) {
                // There is nothing to overrule.
            }
        };
        return new AccidentBrake(new Configuration(settings::get, Map.of()), empty, Clock.systemUTC(), alert -> {});
    }

    @Test
    void it_is_off_unless_set() {
        assertThat(brake(Map.of()).isOn()).isFalse();
        assertThat(brake(Map.of("roster.brake", "warn")).isOn()).isTrue();
        assertThat(brake(Map.of("roster.brake", "hold")).isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"50, 1000, 50", "1, 0, 1", "10%, 1000, 100", "10 %, 1009, 100", "10%, 100, 20", "100%, 1000, 1000"})
    void a_number_is_itself_and_a_percentage_at_least_twenty(String setting, long resources, long most) {
        assertThat(Most.of(setting).of(resources)).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "roster.brake, on, 'it must be one of off, warn, hold'",
        "roster.brake, HOLD, 'it must be one of off, warn, hold'",
        "roster.brake.most, 0, 'it must be a whole number of at least 1, such as 50, or a percentage up to 100'",
        "roster.brake.most, 101%, 'a percentage up to 100, such as 10%'",
        "roster.brake.most, many, 'it must be a whole number'",
        "roster.brake.most, 9999999999, 'it must be a whole number'",
        "roster.brake.window, 59, 'it must be a whole number of at least 60'"
    })
    void what_cannot_be_used_is_told_at_start(String setting, String value, String problem) {
        assertThatThrownBy(() -> brake(Map.of(setting, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(setting + " is \"" + value + "\"")
                .hasMessageContaining(problem);
    }
}
