package org.roster.scim.engine.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits: CIDR notation, RFC 4632 §3.1 and RFC 4291 §2.3. Names are never looked up.
 *
 * @param first the bits, and zeros behind them
 * @param bits how many
 */
record Network(InetAddress first, int bits) {

    /** No name of a host has only these, so the JDK asks nobody. */
    private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private static final Pattern IP_V6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /**
     * Reads a network, or one address.
     *
     * @param text for instance {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code 192.0.2.7}
     * @return empty if it is none
     */
    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int most = address.get().getAddress().length * Byte.SIZE;
        String length = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
            return Optional.empty();
        }
        Network network = new Network(address.get(), Integer.parseInt(length));
        return network.isWhole() ? Optional.of(network) : Optional.empty();
    }

    /** Whether an address is in the network; what is no address is in none. */
    boolean contains(String address) {
        return address(address).filter(a -> beginsLike(a.getAddress())).isPresent();
    }

    /** Whether each address of another network is in this one. */
    boolean contains(Network other) {
        return other.bits >= bits && beginsLike(other.first.getAddress());
    }

    private boolean beginsLike(byte[] address) {
        byte[] own = first.getAddress();
        if (address.length != own.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (bit(own, bit) != bit(address, bit)) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing stands behind the bits: who writes 10.1.2.3/8 means something else than is written. */
    private boolean isWhole() {
        byte[] own = first.getAddress();
        for (int bit = bits; bit < own.length * Byte.SIZE; bit++) {
            if (bit(own, bit) != 0) {
                return false;
            }
        }
        return true;
    }

    private static int bit(byte[] address, int bit) {
        return address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
    }

    private static Optional<InetAddress> address(String text) {
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        if (!IP_V4.matcher(bare).matches() && !IP_V6.matcher(bare).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
