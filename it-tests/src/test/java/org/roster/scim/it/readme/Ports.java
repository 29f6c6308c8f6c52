package org.roster.scim.it.readme;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports that nobody listens on at the moment. */
final class Ports {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int HUNDRED = 100;

    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The first of a hundred free ports in a row, for a server with many; not those that clients get by chance. */
    static int hundred() {
        return IntStream.iterate(LOWEST, first -> first < HIGHEST, first -> first + HUNDRED)
                .filter(first -> IntStream.range(first, first + HUNDRED).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no hundred ports in a row are free"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
