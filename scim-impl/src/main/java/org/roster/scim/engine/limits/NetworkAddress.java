package org.roster.scim.engine.limits;

import java.util.Arrays;

/**
 * What of an address is counted together: an IPv4 address, and of an IPv6 address the first 64 bits, because a single
 * machine has all the others to choose from.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291 §2.2</a>
 */
final class NetworkAddress {

    private static final int GROUPS = 8;
    private static final int COUNTED = 4;

    private NetworkAddress() {}

    /** The counted part of an address as text; what is no address is itself. */
    static String counted(String address) {
        int gap = address.indexOf("::");
        if (address.indexOf(':') < 0 || address.indexOf('.') >= 0) {
            return address;
        }
        String before = gap < 0 ? address : address.substring(0, gap);
        String after = gap < 0 ? "" : address.substring(gap + 2);
        int zeros = gap < 0 ? 0 : GROUPS - groups(before) - groups(after);
        String all = join(join(before, "0:".repeat(Math.max(zeros, 0))), after);
        String[] groups = all.split(":", -1);
        return String.join(":", Arrays.asList(groups).subList(0, Math.min(COUNTED, groups.length)));
    }

    private static String join(String left, String right) {
        String end = right.endsWith(":") ? right.substring(0, right.length() - 1) : right;
        return left.isEmpty() || end.isEmpty() ? left + end : left + ":" + end;
    }

    private static int groups(String text) {
        return text.isEmpty() ? 0 : text.split(":", -1).length;
    }
}
