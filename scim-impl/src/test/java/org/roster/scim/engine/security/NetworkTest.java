package org.roster.scim.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4632 §3.1, RFC 4291 §2.3. */
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fe80::/10, fe80::1%eth0, true",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "10.0.0.0/8, localhost, false",
        "10.0.0.0/8, '', false",
    })
    void an_address_is_in_a_network_if_it_begins_like_it(String network, String address, boolean inside) {
        assertThat(Network.of(network).orElseThrow().contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.1/8",
                "10.0.0.0/-1",
                "10.0.0.256",
                "10.0.0",
                "example.com",
                "localhost/8",
                "10.0.0.0/8 ",
                "10.0.0.0/08888",
                ":",
                "2001:db8::g"
            })
    void what_is_no_network_is_refused_and_no_name_is_looked_up(String text) {
        assertThat(Network.of(text)).isEmpty();
    }
}
